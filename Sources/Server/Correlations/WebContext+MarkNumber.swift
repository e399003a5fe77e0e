import Registry

extension WebContext {
    /// The mark that the path names, `BR-E-2026-000123.1`.
    /// - Parameter name: the part of the path.
    /// - Throws: `RegistryError` `not-found` for anything else.
    func markNumber(_ name: String = "number") throws(RegistryError) -> MarkNumber {
        let text = part(name)
        guard let number = MarkNumber(text) else { throw RegistryError(.notFound, subject: text) }
        return number
    }
}
