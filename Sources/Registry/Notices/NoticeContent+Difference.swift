extension NoticeContent {
    /// The parts that differ from an earlier version, by the names of the API, for the journal.
    func changedParts(from old: NoticeContent) -> [String] {
        let parts: [(String, Bool)] = [
            ("person", person != old.person), ("entity", entity != old.entity), ("warrants", warrants != old.warrants),
            ("event", event != old.event), ("modusOperandi", modusOperandi != old.modusOperandi),
            ("listing", listing != old.listing), ("texts", texts != old.texts), ("purpose", purpose != old.purpose),
            ("handling", handling != old.handling), ("hiddenFrom", hiddenFrom != old.hiddenFrom),
            ("addressees", addressees != old.addressees),
            ("publicExtractAgreed", isPublicExtractAgreed != old.isPublicExtractAgreed),
            ("retentionUntil", retentionUntil != old.retentionUntil),
        ]
        return parts.filter(\.1).map(\.0)
    }
}
