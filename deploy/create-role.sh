#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty volume: the application owns its database and is no superuser.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$RINGSTUGA_JDBC_PASSWORD" --username postgres <<'SQL'
create role ringstuga login nosuperuser nocreatedb nocreaterole password :'password';
create database ringstuga owner ringstuga;
SQL
