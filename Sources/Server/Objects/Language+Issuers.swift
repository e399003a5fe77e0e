import Identity

extension Language {
    /// The name of the issuer of a document in this language, else its code.
    /// - Parameter code: as machine-readable zones write it.
    func issuer(_ code: String) -> String {
        guard let state = StateTable.standard[code: code] else { return code }
        if let alpha2 = state.alpha2, state.kind == .state { return country(alpha2) }
        return state.name(in: IssuingState.NameLanguage(rawValue: self.code) ?? .english)
    }
}
