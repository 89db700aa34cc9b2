package se.ringstuga.organizations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One pair of the closure: a node and one below it, itself included at depth 0. */
@Entity
@Immutable
@Table(name = "organization_closure")
@IdClass(OrganizationBelow.Key.class)
class OrganizationBelow {

    record Key(long ancestorId, long descendantId) {}

    @Id
    @Column(name = "ancestor_id")
    long ancestorId;

    @Id
    @Column(name = "descendant_id")
    long descendantId;

    int depth;
}
