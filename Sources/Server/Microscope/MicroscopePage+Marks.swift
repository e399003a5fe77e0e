import Foundation
import Registry
import Surfaces
import Toolmarks

extension MicroscopePage {
    /// The page of two marks.
    /// - Parameters:
    ///   - material: what the reader keeps of them.
    ///   - path: of this page.
    init(
        _ marks: (first: ComparedMark, second: ComparedMark), _ surfaces: (TiledSurface, TiledSurface),
        _ material: PairMaterial, path: String, mayExamine: Bool, forgerySecret: String, errors: [FieldError],
        in language: Language
    ) {
        first = Side(marks.first, surfaces.0.surface, in: language)
        second = Side(marks.second, surfaces.1.surface, in: language)
        self.path = path
        swappedPath = "/comparisons/\(HTTPQuery.escaped(second.number))/\(HTTPQuery.escaped(first.number))"
        self.mayExamine = mayExamine
        self.errors = errors
        let kept = MaterialWire(material, path: path)
        annotations = kept.annotations.map { note in
            let number = note.side == "first" ? marks.first.mark.number : marks.second.mark.number
            return Item(id: note.id, text: "\(number): \(note.text)", picturePath: nil)
        }
        snapshots = kept.snapshots.map {
            Item(id: $0.id, text: $0.caption.isEmpty ? $0.createdAt : $0.caption, picturePath: $0.path)
        }
        keys = Self.keys.map { caps, code in
            KeyHelp(caps: caps, label: language.text("microscope.key.\(code)"))
        }
        let data = ScriptData(
            path: path, forgerySecret: forgerySecret, mayExamine: mayExamine,
            first: SurfaceWire(marks.first, surfaces.0), second: SurfaceWire(marks.second, surfaces.1),
            material: kept, colours: ScriptData.colours, texts: language.texts(under: "microscope.say")
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        self.data = (try? encoder.encode(data)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// The keys in the order of the help; the script has the same.
    private static let keys: [([String], String)] = [
        (["←", "→", "↑", "↓"], "pan"), (["+", "−"], "zoom"), (["[", "]"], "rotate"), (["0"], "fit"),
        (["1", "2"], "active"), (["L"], "lock"), (["A"], "align"), (["⇧ A"], "unalign"), (["B"], "beside"),
        (["S"], "split"), (["O"], "overlay"), (["D"], "difference"), (["F"], "flicker"), (["X"], "turn-split"),
        (["<", ">"], "move-split"), (["H"], "surface"), (["K"], "colours"), ([",", "."], "light"),
        (["U", "J"], "light-height"), (["C"], "cells"), (["⇧ C"], "cells-of"), (["P"], "profile"), (["M"], "measure"),
        (["N"], "note"),
        (["⏎"], "place"), (["G"], "snapshot"), (["Esc"], "leave"), (["?"], "help"),
    ]
}

extension MicroscopePage.Side {
    fileprivate init(_ mark: ComparedMark, _ surface: SurfaceMap, in language: Language) {
        number = "\(mark.mark.number)"
        kind = language.label("toolmark-kind", mark.mark.kind.rawValue)
        label = mark.mark.label.isEmpty ? nil : mark.mark.label
        bureau = mark.bureau
        path = "/exhibits/\(HTTPQuery.escaped(mark.mark.number.exhibit))"
        picturePath = "/microscope/\(HTTPQuery.escaped(number))/picture"
        size = language.text(
            "microscope.size",
            [
                "columns": language.number(surface.columns), "rows": language.number(surface.rows),
                "pitch": "\((surface.pitchX * 1_000).rounded() / 1_000)",
            ]
        )
    }
}

/// What the page's script starts from.
private struct ScriptData: Encodable {
    var path: String
    var forgerySecret: String
    var mayExamine: Bool
    var first: SurfaceWire
    var second: SurfaceWire
    var material: MaterialWire
    /// Colour maps from the lowest to the highest value, six hexadecimal digits a colour.
    var colours: [String: String]
    var texts: [String: String]

    static let colours = ["viridis": hexadecimal(.viridis), "cividis": hexadecimal(.cividis)]

    private static func hexadecimal(_ map: ColourMap) -> String {
        map.colours.map { colour in
            [colour.red, colour.green, colour.blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count < 2 ? "0" + digits : digits
            }.joined()
        }.joined()
    }
}
