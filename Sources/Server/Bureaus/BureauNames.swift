import Firearms
import Registry

/// The names of all bureaus, for pages that show who owns what.
struct BureauNames: Sendable {
    private let byCode: [String: Bureau]
    /// Every bureau, by code.
    let bureaus: [Bureau]

    init(_ bureaus: [Bureau]) {
        self.bureaus = bureaus.sorted { $0.code < $1.code }
        byCode = Dictionary(bureaus.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The bureau of a code as pages show it; a code that is not known stands for itself.
    subscript(_ code: String) -> BureauName {
        guard let bureau = byCode[code] else { return BureauName(countryCode: "", name: code) }
        return BureauName(countryCode: bureau.country?.code ?? "", name: bureau.name)
    }

    /// Choices of a bureau, by name.
    /// - Parameter all: a first choice for all of them, with an empty value.
    func choices(selected: String?, all: String? = nil) -> [Choice] {
        let first = all.map { [Choice(value: "", label: $0, isSelected: selected == nil)] } ?? []
        return first
            + bureaus.map { Choice(value: $0.code, label: $0.name, isSelected: $0.code == selected) }
            .sorted { $0.label < $1.label }
    }
}

extension Site {
    /// The names of all bureaus.
    func bureauNames(_ actor: Actor) async throws -> BureauNames {
        BureauNames(try await registry.bureaus.bureaus(actor))
    }
}
