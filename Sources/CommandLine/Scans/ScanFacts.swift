import Foundation
import Surfaces

/// What `cartouche scan info` tells of a file.
struct ScanFacts: Encodable {
    /// A finding that a user must know of.
    struct Warning: Encodable {
        var code: String
        var place: String?
        var detail: String
    }

    var file: String
    var bytes: Int
    var format: String
    var kind: String
    var columns: Int
    var rows: Int
    var pitchX: Double
    var pitchY: Double
    var validPoints: Int
    var validShare: Double
    var lowest: Double?
    var highest: Double?
    var rootMeanSquare: Double?
    var storedAs: String?
    /// `fit`, `differ`, `missing`, or nil for files that carry none.
    var checksums: String?
    var maskShare: Double?
    var annotations: [String]
    var metadata: SurfaceMetadata?
    var otherEntries: [String]
    var warnings: [Warning]

    init(_ file: SurfaceFile, path: String, bytes: Int) {
        let map = file.surface
        self.file = path
        self.bytes = bytes
        format = file.format.rawValue
        kind = map.kind.rawValue
        (columns, rows) = (map.columns, map.rows)
        (pitchX, pitchY) = (Self.rounded(map.pitchX), Self.rounded(map.pitchY))
        validPoints = map.validCount
        validShare = map.validFraction
        lowest = map.range.map { Double($0.lowerBound) }
        highest = map.range.map { Double($0.upperBound) }
        rootMeanSquare = Self.rootMeanSquare(map)
        if let document = file.document {
            storedAs = "\(document.feature.rawValue), type \(document.z.dataType.rawValue)"
            let codes = file.warnings.map(\.code)
            checksums =
                codes.contains(.checksumMismatch) ? "differ" : codes.contains(.checksumMissing) ? "missing" : "fit"
            metadata = document.metadata
        }
        maskShare = file.marking.map { Double($0.mask.count) / Double($0.mask.inside.count) }
        annotations = file.marking?.annotations.compactMap(\.text) ?? []
        otherEntries = file.document?.entries.map(\.name) ?? []
        warnings = file.warnings.map { Warning(code: $0.code.rawValue, place: $0.place, detail: $0.detail) }
    }

    /// Lines for people.
    var lines: [String] {
        var table = TextTable(headings: ["file", file])
        let isHeight = kind == SurfaceKind.height.rawValue
        let unit = isHeight ? " um" : ""
        table.add(["format", "\(format), \(NumberText.bytes(Int64(bytes)))" + (storedAs.map { ", \($0)" } ?? "")])
        table.add(["holds", isHeight ? "heights" : "reflectance (brightness of a picture)"])
        table.add(["points", "\(columns) x \(rows)"])
        table.add(["pitch", "\(pitchX) x \(pitchY) um"])
        let width = Double(columns - 1) * pitchX / 1_000
        let height = Double(rows - 1) * pitchY / 1_000
        table.add(["extent", String(format: "%.3f x %.3f mm", width, height)])
        table.add(["valid", "\(NumberText.percent(validShare)), \(NumberText.grouped(validPoints)) points"])
        if let lowest, let highest { table.add(["values", String(format: "%.3f to %.3f", lowest, highest) + unit]) }
        if let rootMeanSquare { table.add(["Sq", String(format: "%.4f", rootMeanSquare) + unit]) }
        if let checksums { table.add(["checksums", checksums]) }
        if let maskShare { table.add(["mask", "\(NumberText.percent(maskShare)) of all points count"]) }
        for text in annotations { table.add(["annotation", text]) }
        if let metadata {
            let instrument = [metadata.manufacturer, metadata.model, metadata.serial, metadata.version]
            let rows: [(String, String?)] = [
                ("measured", metadata.date), ("by", metadata.creator),
                ("instrument", instrument.compactMap { $0 }.joined(separator: ", ")),
                ("calibrated", metadata.calibrationDate), ("probing", metadata.probingType), ("probe", metadata.probe),
                ("comment", metadata.comment),
            ]
            for (name, value) in rows { if let value, !value.isEmpty { table.add([name, value]) } }
        }
        if !otherEntries.isEmpty { table.add(["also holds", otherEntries.joined(separator: ", ")]) }
        return table.lines + warnings.map { "! \($0.place.map { "\($0): " } ?? "")\($0.detail)" }
    }

    /// A product such as 6.25e-6 x 1e6 without the digits that only arithmetic made.
    private static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }

    private static func rootMeanSquare(_ map: SurfaceMap) -> Double? {
        var (sum, squares, count) = (0.0, 0.0, 0.0)
        for value in map.values where !value.isNaN {
            sum += Double(value)
            squares += Double(value) * Double(value)
            count += 1
        }
        return count > 0 ? max(0, squares / count - sum / count * sum / count).squareRoot() : nil
    }
}
