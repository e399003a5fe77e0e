import Firearms

/// Fills in what follows from what was written: reference codes of make and calibre, and the retention date.
enum RecordCompletion {
    static func complete(_ content: RecordContent, today: CalendarDate, settings: RegistrySettings) -> RecordContent {
        var content = content
        content.firearm = describe(content.firearm)
        if content.retentionUntil == nil {
            content.retentionUntil = today.adding(days: settings.recordRetentionDays)
        }
        return content
    }

    /// The firearm with the codes of its make and calibre as far as the reference table knows what was written.
    static func describe(_ firearm: Firearm) -> Firearm {
        var firearm = firearm
        let table = ReferenceTable.standard
        firearm.makeCode = firearm.make.flatMap { table.make($0)?.value.code }
        firearm.calibreCode = firearm.calibre.flatMap { table.calibre($0)?.value.code }
        return firearm
    }
}
