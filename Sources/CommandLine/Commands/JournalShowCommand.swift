import ArgumentParser
import Registry
import Storage

/// `cartouche journal show`
struct JournalShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what the administrator's bureau did, the latest first.",
        discussion: "EXAMPLE\n  cartouche journal show --as admin.br --action check.run --limit 20"
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Option(help: "Only entries of this user.")
    var user: String?

    @Option(help: "Only this action, for example check.run.")
    var action: String?

    @Option(help: "Only this object, for example record:BR-2026-000123.")
    var object: String?

    @Option(help: "Entries to show at most.")
    var limit = 50

    @Flag(help: "Print one JSON object on each line.")
    var json = false

    /// One entry as JSON.
    private struct Entry: Encodable {
        var sequence: Int64
        var time: String
        var user: String
        var bureau: String
        var action: String
        var object: String
        var details: String
    }

    func run() async throws {
        let filter = JournalFilter(user: user, action: action, object: object)
        try await Installation.with(try await options.settings()) { installation in
            let actor = try await acting.actor(installation.registry)
            var cursor: Int64?
            var rest = max(0, limit)
            while rest > 0 {
                let page = try await installation.registry.audit.journal(
                    filter, before: cursor, limit: min(rest, 500), actor
                )
                for row in page.entries { try show(row) }
                rest -= page.entries.count
                cursor = page.nextCursor
                if cursor == nil { return }
            }
        }
    }

    private func show(_ row: JournalRow) throws {
        if json {
            let entry = Entry(
                sequence: row.sequence, time: "\(row.time)", user: row.user, bureau: row.bureau, action: row.action,
                object: row.object, details: row.details
            )
            Terminal.print(try JSONText.text(entry, isLine: true))
        } else {
            Terminal.print(
                "\(row.sequence)  \(row.time)  \(row.user)  \(row.action)  \(row.object)  \(row.details)"
            )
        }
    }
}
