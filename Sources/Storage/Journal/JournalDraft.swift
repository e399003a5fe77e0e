/// What a service writes into the journal: who did what to which thing, and when.
public struct JournalDraft: Sendable, Hashable {
    /// Who acted, such as the identifier of a user.
    public var actor: String
    /// The bureau for which the actor acted.
    public var bureau: String
    /// What was done, such as `record.create`.
    public var action: String
    /// The thing it was done to, such as `record:BR-2026-000123`.
    public var object: String
    /// More about it as the text of a JSON object; `{}` when there is no more.
    public var details: String
    /// When it was done.
    public var time: Moment

    /// An entry to be; the time is now unless given.
    public init(
        actor: String,
        bureau: String,
        action: String,
        object: String,
        details: String = "{}",
        time: Moment = .now()
    ) {
        self.actor = actor
        self.bureau = bureau
        self.action = action
        self.object = object
        self.details = details
        self.time = time
    }
}
