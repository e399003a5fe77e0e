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

    /// The number of the picture that the path names.
    /// - Throws: `RegistryError` `not-found` for anything but a number.
    func noticePicture() throws(RegistryError) -> Int64 {
        let text = part("picture")
        guard let picture = Int64(text) else { throw RegistryError(.notFound, subject: text) }
        return picture
    }
}
