/// Reads x3p files. One value reads one file.
struct X3PReader {
    let archive: ZipArchive
    let options: SurfaceReadingOptions
    /// The folder of `main.xml` in the archive, empty or ended by a slash.
    let folder: String
    let mainEntry: ZipEntry
    var warnings: [SurfaceWarning] = []
    /// Entries that are understood and therefore not carried along.
    var used: Set<String> = []

    static func read(
        _ bytes: [UInt8],
        file: String,
        options: SurfaceReadingOptions
    ) throws(SurfacesError) -> X3PDocument {
        var reader = try X3PReader(ZipArchive(bytes, file: file, limits: options.limits), options: options)
        return try reader.document()
    }

    private init(_ archive: ZipArchive, options: SurfaceReadingOptions) throws(SurfacesError) {
        self.archive = archive
        self.options = options
        let files = archive.entries.filter { !$0.isFolder && !$0.isLitter }
        func depth(_ entry: ZipEntry) -> Int { entry.name.count(where: { $0 == "/" }) }
        let named = files.filter { Self.lastPart($0.name).lowercased() == "main.xml" }
        let others = files.filter { $0.name.lowercased().hasSuffix(".xml") }
        guard let main = named.min(by: { depth($0) < depth($1) }) ?? (others.count == 1 ? others.first : nil) else {
            throw SurfacesError(
                code: .unknownFormat,
                file: archive.file,
                detail: "The zip archive holds no main.xml, so it is no x3p file."
            )
        }
        mainEntry = main
        folder = String(main.name.dropLast(Self.lastPart(main.name).count))
        used.insert(main.name)
        if folder.isEmpty == false || Self.lastPart(main.name) != "main.xml" {
            warn(.valueAssumed, main.name, "The description should stand at the top of the archive as main.xml.")
        }
    }

    static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    mutating func warn(_ code: SurfaceWarning.Code, _ place: String?, _ detail: String) {
        warnings.append(SurfaceWarning(code: code, place: place, detail: detail))
    }

    func problem(_ code: SurfacesError.Code, _ place: String?, _ detail: String) -> SurfacesError {
        SurfacesError(code: code, file: archive.file, place: place, detail: detail)
    }

    /// The entry that a link names, looked for below the folder of `main.xml`, then more and more tolerantly.
    func entry(_ link: String) -> ZipEntry? {
        let files = archive.entries.filter { !$0.isFolder && !$0.isLitter }
        let path = ZipEntry.normalised(link)
        if let exact = files.first(where: { $0.name == folder + path }) { return exact }
        let lowered = (folder + path).lowercased()
        if let similar = files.first(where: { $0.name.lowercased() == lowered }) { return similar }
        let last = Self.lastPart(path).lowercased()
        let sameName = files.filter { Self.lastPart($0.name).lowercased() == last }
        return sameName.count == 1 ? sameName.first : nil
    }

    private mutating func document() throws(SurfacesError) -> X3PDocument {
        let main = try archive.extract(mainEntry, limit: options.limits.markupBytes)
        try verifyDescription(main)
        let markup = try MarkupParser.parse(
            main,
            file: archive.file,
            place: mainEntry.name,
            limits: options.limits
        )
        if markup.assumedEncoding {
            warn(.valueAssumed, mainEntry.name, "The text is not UTF-8 as announced; it was read as Windows-1252.")
        }
        let root = markup.root
        guard root.first("Record1") != nil, root.first("Record3") != nil else {
            throw problem(
                .unknownFormat, mainEntry.name, "The description lacks Record1 or Record3: this is no x3p file.")
        }
        let feature = try feature(root)
        let dimensions = try dimensions(root, feature: feature)
        let axes = try axes(root, feature: feature, dimensions: dimensions)
        var document: X3PDocument
        if root.at("Record3", "DataList") != nil {
            document = try listed(markup, feature: feature, dimensions: dimensions, axes: axes)
        } else {
            document = try linked(root, feature: feature, dimensions: dimensions, axes: axes)
        }
        document.description = root
        document.units = units(of: document)
        document.entries = try otherEntries()
        warnOfOrientation(document.orientation)
        document.warnings = warnings
        return document
    }

    private mutating func warnOfOrientation(_ orientation: X3PDocument.Orientation) {
        if let remark = orientation.remark { warn(.ignored, "Rotation", remark) }
        if !orientation.turn.isIdentity || orientation.negatesHeights {
            warn(
                .axesTurned, "Axes", "The axes are turned or mirrored as the file states; the map was brought upright.")
        }
    }

    /// The entries that nothing above understood.
    private func otherEntries() throws(SurfacesError) -> [X3PEntry] {
        var left = options.limits.otherBytes
        var kept: [X3PEntry] = []
        for entry in archive.entries where !entry.isFolder && !entry.isLitter && !used.contains(entry.name) {
            let bytes = try archive.extract(entry, limit: left)
            left -= bytes.count
            let name = entry.name.hasPrefix(folder) ? String(entry.name.dropFirst(folder.count)) : entry.name
            if !kept.contains(where: { $0.name == name }) { kept.append(X3PEntry(name: name, bytes: bytes)) }
        }
        return kept
    }
}
