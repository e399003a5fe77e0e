// What libFuzzer calls. It is compiled together with the sources of Surfaces into one program; see scripts/fuzz.

/// Reads one input as a file. The first byte says as what, so that the fuzzer need not learn to pack archives.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let kind = unsafe UnsafeBufferPointer(start: start, count: count).first else { return 0 }
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count).dropFirst())
    switch FuzzKind(rawValue: kind % 4) {
    case .description: check(FuzzSeeds.archive(description: input, data: FuzzSeeds.data))
    case .points: check(FuzzSeeds.archive(description: FuzzSeeds.description(), data: input))
    case .mask: check(FuzzSeeds.archive(description: FuzzSeeds.description(), data: FuzzSeeds.data, mask: input))
    default: check(input)
    }
    return 0
}

/// What an input is taken as.
enum FuzzKind: UInt8, CaseIterable {
    /// A whole file of any format.
    case file
    /// The main.xml of an x3p file.
    case description
    /// The points of an x3p file.
    case points
    /// The mask picture of an x3p file.
    case mask
}

/// Reads a file; what is read must be written and read again without a change.
private func check(_ bytes: [UInt8]) {
    let limits = SurfaceLimits(
        fileBytes: 1 << 20,
        points: 1 << 18,
        markupBytes: 1 << 20,
        elements: 10_000,
        otherBytes: 1 << 20
    )
    for isStrict in [false, true] {
        let options = SurfaceReadingOptions(isStrict: isStrict, limits: limits)
        guard let file = try? SurfaceFile.read(bytes, name: "input", options: options) else { continue }
        precondition(file.surface.count <= limits.points, "more points than the limit allows")
        guard let document = file.document, let encoded = try? document.encoded(level: 1) else { continue }
        // A description at the limit may grow beyond it when it is written.
        guard let again = try? X3PDocument.read(encoded, name: "again") else { continue }
        precondition(again.z == document.z && again.x == document.x && again.y == document.y, "points changed")
        precondition(again.validity == document.validity, "validity changed")
        precondition(again.axes == document.axes, "axes changed")
    }
    if let photograph = try? Photograph(reading: bytes, limits: limits) {
        // What was taken out of the file must be no part of the picture.
        guard let again = try? Photograph(reading: photograph.file, limits: limits) else {
            preconditionFailure("a picture without metadata cannot be read")
        }
        precondition(again.picture.width == photograph.picture.width, "the picture changed")
        precondition(again.file == photograph.file, "metadata was left")
        _ = photograph.picture.reduced(toFit: 32)
    }
    if let document = try? X3PDocument.read(bytes, name: "input", options: SurfaceReadingOptions(limits: limits)) {
        _ = document.points()
        _ = try? document.profile()
    }
}
