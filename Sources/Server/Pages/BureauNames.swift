import Registry

/// The names of all bureaus, read once for a page.
struct BureauNames: Sendable {
    private let names: [String: BureauName]
    /// The coordination centre, where the installation has one.
    let coordinationCentre: BureauName?

    init(_ bureaus: [Bureau]) {
        names = Dictionary(
            bureaus.map { ($0.code, BureauName(countryCode: $0.country?.code ?? "", name: $0.name)) },
            uniquingKeysWith: { first, _ in first }
        )
        coordinationCentre = bureaus.first(where: \.isCoordinationCentre).flatMap { [names] in names[$0.code] }
    }

    /// The name of a bureau; its code where it is not known.
    subscript(code: String) -> BureauName {
        names[code] ?? BureauName(countryCode: "", name: code)
    }
}

extension Site {
    /// The names of all bureaus; one read.
    func bureauNames(_ actor: Actor) async throws -> BureauNames {
        BureauNames(try await registry.bureaus.bureaus(actor))
    }
}
