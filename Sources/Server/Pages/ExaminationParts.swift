import Firearms
import Registry
import Storage
import Toolmarks

/// One exhibit of a pair, as pages about the pair show it.
struct PairedExhibit: Sendable {
    /// One mark with its picture.
    struct Pictured: Sendable {
        var number: String
        /// What it is, for example `Breech face · Land 3`.
        var label: String
        /// Address of the picture; absent while the mark has no preparation.
        var picturePath: String?
    }

    var number: String
    /// Absent where the reader may not open the exhibit's own page.
    var path: String?
    var bureau: BureauName
    var caseNumber: String
    /// Cartridge case or bullet, and the calibre.
    var kind: String
    /// What it was secured at: kind, date, place.
    var event: String?
    var entered: TimeStamp
    var marks: [Pictured]
}

/// When a step was taken, and how old it is.
struct StepAge: Sendable {
    var label: String
    var time: TimeStamp
    /// For example `2 d 3 h`.
    var age: String
    /// From the step before, for example `after 4 h`; absent for the first.
    var after: String?
}

extension Language {
    /// Steps with their ages, in the order given; those not taken are left out.
    func ages(_ steps: [(key: String, time: Moment?)], at now: Moment) -> [StepAge] {
        var previous: Moment?
        return steps.compactMap { key, time in
            guard let time else { return nil }
            let after = previous.map { text("age.after", ["time": duration(seconds: Int(time.seconds(since: $0)))]) }
            previous = time
            return StepAge(
                label: text(key), time: TimeStamp(time.description),
                age: duration(seconds: Int(now.seconds(since: time))), after: after
            )
        }
    }
}

extension PairedExhibit {
    init(
        _ exhibit: Exhibit, marks: [Mark] = [], picture: (Mark) -> String? = { _ in nil },
        bureaus: BureauNames, in language: Language
    ) {
        let content = exhibit.content
        let kind = language.label("exhibit-kind", content.kind.rawValue)
        self.init(
            number: exhibit.number, path: "/exhibits/\(exhibit.number)", bureau: bureaus[exhibit.bureau],
            caseNumber: exhibit.caseNumber, kind: [kind, content.calibre].compactMap(\.self).joined(separator: ", "),
            event: exhibit.event.map { Self.words($0.content, language) },
            entered: TimeStamp(exhibit.createdAt.description),
            marks: marks.map { mark in
                let kind = language.label("toolmark-kind", mark.kind.rawValue)
                return Pictured(
                    number: "\(mark.number)",
                    label: mark.label.isEmpty || mark.label == kind ? kind : "\(kind) · \(mark.label)",
                    picturePath: picture(mark)
                )
            }
        )
    }

    /// Kind, date and place of an event in a line.
    private static func words(_ event: EventContent, _ language: Language) -> String {
        let dates = [event.from, event.until].compactMap { $0?.description }.joined(separator: "/")
        let place = [event.locality, event.country.map { language.country($0.code) }].compactMap(\.self)
        return [language.label("event-kind", event.kind.rawValue), dates, place.joined(separator: ", ")]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
