import Registry

extension WebContext {
    /// The notice that the path names in either spelling: `2026-00123`, or `2026/00123` in two parts of the path.
    /// - Throws: `RegistryError` `not-found` for anything else.
    func noticeNumber() throws(RegistryError) -> NoticeNumber {
        let count = part("count")
        let text = part("number") + (count.isEmpty ? "" : "/" + count)
        guard let number = NoticeNumber(text) else { throw RegistryError(.notFound, subject: text) }
        return number
    }
}
