package se.ringstuga.accounts;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG: one path, black on white in both colour schemes, since cameras expect it so. */
public final class QrPicture {

    private static final int BORDER = 4;

    private QrPicture() {}

    /** Of a text, such as an address of ours; readable also when a part of it is dirty or bent. */
    public static String of(String text) {
        return of(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    static String of(QrCode code) {
        var modules = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    modules.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        var side = code.size + 2 * BORDER;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="240" height="240" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path d="%2$s"/></svg>
                """.formatted(side, modules);
    }
}
