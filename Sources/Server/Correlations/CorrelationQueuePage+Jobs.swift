import Registry
import Storage

extension CorrelationQueuePage {
    /// The page of the queue for a reader.
    /// - Parameter next: the job before which the next page begins.
    init(
        _ jobs: [CorrelationJob], filter: CorrelationQueueFilter, counts: [CorrelationJob.State: Int], next: Int64?,
        bureaus: BureauNames, for actor: Actor, in language: Language
    ) {
        var tabs = [
            FilterTab(
                label: language.text("correlations.tab-own"), path: "/correlations",
                isCurrent: filter.isOwnOnly && filter.state == nil
            )
        ]
        tabs += CorrelationJob.State.allCases.map { state in
            FilterTab(
                label: language.label("correlation-state", state.rawValue),
                path: "/correlations?state=\(state.rawValue)",
                isCurrent: filter.isOwnOnly && filter.state == state,
                count: state == .done ? nil : language.number(counts[state] ?? 0)
            )
        }
        tabs.append(
            FilterTab(
                label: language.text("correlations.tab-all"), path: "/correlations?show=all",
                isCurrent: !filter.isOwnOnly
            )
        )
        let fields: [(name: String, value: String?)] = [
            ("state", filter.state?.rawValue), ("show", filter.isOwnOnly ? nil : "all"),
            ("before", next.map { "\($0)" }),
        ]
        self.init(
            tabs: tabs, rows: jobs.map { Row($0, bureaus: bureaus, for: actor, in: language) },
            pager: Pager(next: next.map { _ in "/correlations?" + HTTPQuery.text(fields) }),
            eventsPath: "/correlations/events"
        )
    }
}

extension CorrelationQueuePage.Row {
    init(_ job: CorrelationJob, bureaus: BureauNames, for actor: Actor, in language: Language) {
        let isOwner = Access.mayChange(exhibitOf: job.bureau, actor)
        self.init(
            number: job.mark.description, path: "/marks/\(job.mark)/correlation",
            state: language.badge("correlation-state", job.state.rawValue), isOpen: job.state.isOpen,
            percent: job.percent, text: language.correlationText(job), detail: job.failure?.detail,
            queued: TimeStamp(job.queuedAt.description), ended: job.endedAt.map { TimeStamp($0.description) },
            owner: bureaus[job.bureau],
            priorities: isOwner && job.state == .waiting
                ? language.choices(
                    "correlation-priority", CorrelationJob.Priority.allCases.map(\.name), selected: job.priority.name
                ) : [],
            priority: language.label("correlation-priority", job.priority.name),
            canCancel: isOwner && job.state.isOpen, canRetry: isOwner && [.failed, .cancelled].contains(job.state)
        )
    }
}
