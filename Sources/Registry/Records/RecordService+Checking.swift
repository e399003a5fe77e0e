extension RecordService {
    /// What is wrong with a content, as creating or changing a record would say; for forms that name every wrong
    /// field at once, also those that cannot be read.
    public func failures(in content: RecordContent) -> [FieldFailure] {
        let today = CalendarDate(context.now())
        return RecordValidation.failures(content, today: today, settings: context.settings)
    }
}
