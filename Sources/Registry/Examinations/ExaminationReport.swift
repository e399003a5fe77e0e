public import Storage

/// A report of an examination, as it was issued. It is never changed; a later one takes its place.
public struct ExaminationReport: Sendable, Hashable {
    /// The examination's number and the place among its reports: `BR-X-2026-000012-R1`.
    public var number: String
    /// The number of the examination.
    public var examination: String
    /// The bureau whose laboratory issued it.
    public var bureau: String
    /// Full name of who issued it.
    public var issuer: String
    /// When it was issued.
    public var issuedAt: Moment
    /// The SHA-256 of `text`.
    public var hash: BlobHash
    /// The number of the report that takes its place; nil while it is the latest.
    public var supersededBy: String?
    /// What it states, as canonical JSON: keys sorted, no white space, UTF-8. The hash is over these bytes.
    public var text: String
    /// The same, read.
    public var content: ReportContent
}

/// What a report states. Everything is copied when it is issued, so that it stands whatever changes afterwards.
public struct ReportContent: Sendable, Hashable, Codable {
    /// The form of this document.
    public var format = "cartouche-examination-report/1"
    /// The number of the report.
    public var number: String
    /// The number of the examination.
    public var examination: String
    /// The bureau whose laboratory examined.
    public var laboratory: String
    /// Its name.
    public var laboratoryName: String
    /// Full name of who issued it.
    public var issuer: String
    /// Sign-in name of who issued it.
    public var issuerAccount: String
    /// When it was issued, ISO 8601.
    public var issuedAt: String
    /// The number of the report it takes the place of.
    public var supersedes: String?
    /// Where the examination stood.
    public var state: ExaminationState
    /// What the latest round looked at.
    public var basis: ExaminationBasis
    /// What the latest round ended with.
    public var outcome: Conclusion?
    /// When the examination was opened, ISO 8601.
    public var openedAt: String
    /// The two exhibits, that which was entered first before the other.
    public var exhibits: [ReportExhibit]
    /// What the engine made of marks of the two.
    public var comparisons: [ReportComparison]
    /// Every conclusion, oldest first.
    public var conclusions: [ReportConclusion]
    /// Discussions and rounds, oldest first.
    public var steps: [ReportStep]
    /// The number of the hit between the two cases.
    public var hit: String?
    /// What the examiners noted on the marks.
    public var notes: [ReportNote]
    /// The pictures the examiners kept of the comparison.
    public var snapshots: [ReportSnapshot]
}

/// An exhibit in a report.
public struct ReportExhibit: Sendable, Hashable, Codable {
    /// The number of the exhibit.
    public var number: String
    /// The bureau that owns it.
    public var bureau: String
    /// The number of its case.
    public var caseNumber: String
    /// What it is.
    public var kind: ExhibitKind
    /// The calibre as written.
    public var calibre: String?
    /// What tells groups of firearms apart.
    public var characteristics: ClassCharacteristics
    /// Brand and kind of the ammunition.
    public var ammunition: String?
    /// Whether the laboratory fired it itself.
    public var isTestFire: Bool
    /// What it was secured at.
    public var event: EventContent?
    /// When it was entered, ISO 8601.
    public var enteredAt: String
    /// The marks that were compared.
    public var marks: [ReportMark]
}

/// A mark in a report, in the preparation in which it was seen.
public struct ReportMark: Sendable, Hashable, Codable {
    /// The number of the mark.
    public var number: String
    /// What made it.
    public var kind: String
    /// What the laboratory calls it.
    public var label: String
    /// How it was made ready; nil where no scan was.
    public var preparation: ReportPreparation?
}

/// How a scan was made ready.
public struct ReportPreparation: Sendable, Hashable, Codable {
    /// Its place among the preparations of the mark, from 1.
    public var version: Int
    /// The name of the scan's file.
    public var scanFile: String
    /// SHA-256 of the scan as it arrived.
    public var scan: String
    /// The instrument, from the file or as stated.
    public var instrument: String?
    /// SHA-256 of the prepared surface.
    public var surface: String
    /// SHA-256 of the picture.
    public var picture: String
    /// When it was prepared, ISO 8601.
    public var madeAt: String
    /// Sign-in name of who asked for it.
    public var madeBy: String
    /// The steps that were done and their settings: JSON.
    public var settings: String
}

/// What the engine made of two marks.
public struct ReportComparison: Sendable, Hashable, Codable {
    /// The mark of the first exhibit.
    public var first: String
    /// The mark of the second exhibit.
    public var second: String
    /// Whether these are the preparations the examiners saw.
    public var isSamePreparation: Bool
    /// When the two were compared, ISO 8601.
    public var comparedAt: String
    /// The figures, with the settings, the likelihood ratio and the reference set it rests on.
    public var figures: CorrelationFigures
}

/// A conclusion in a report: signed by its examiner by the act of entering it.
public struct ReportConclusion: Sendable, Hashable, Codable {
    /// The round it belongs to.
    public var round: Int
    /// What was before the eyes.
    public var basis: ExaminationBasis
    /// What was concluded.
    public var conclusion: Conclusion
    /// See `SignedConclusion.isLikely`.
    public var isLikely: Bool
    /// Sign-in name of the examiner.
    public var examiner: String
    /// Full name of the examiner.
    public var examinerName: String
    /// When it was signed, ISO 8601.
    public var time: String
    /// Why.
    public var reasons: String
    /// How the marks were looked at.
    public var method: String?
    /// The marks, in pairs.
    public var marks: [[String]]
}

/// Something that was done besides concluding.
public struct ReportStep: Sendable, Hashable, Codable {
    /// The round it belongs to.
    public var round: Int
    /// What was done.
    public var kind: ExaminationStep.Kind
    /// Sign-in name; empty where it is not told.
    public var user: String
    /// When, ISO 8601.
    public var time: String
    /// What was written with it.
    public var note: String
    /// What was agreed on.
    public var conclusion: Conclusion?
}

/// A note that an examiner put on a mark.
public struct ReportNote: Sendable, Hashable, Codable {
    /// The number of the mark.
    public var mark: String
    /// The place, micrometres from the first point of the mark's prepared surface.
    public var x: Double
    /// See `x`.
    public var y: Double
    /// What was noted.
    public var text: String
    /// Sign-in name of the examiner.
    public var examiner: String
    /// When, ISO 8601.
    public var time: String
}

/// A picture that an examiner kept of a comparison.
public struct ReportSnapshot: Sendable, Hashable, Codable {
    /// The marks that it shows.
    public var marks: [String]
    /// SHA-256 of the picture, PNG.
    public var picture: String
    /// What the examiner wrote about it.
    public var caption: String
    /// Sign-in name of the examiner.
    public var examiner: String
    /// When it was kept, ISO 8601.
    public var time: String
}

/// What a hash belongs to.
public struct ReportVerification: Sendable, Hashable {
    /// The form of a report that has the hash.
    public enum Form: String, Sendable, Hashable, Codable {
        /// The statement itself, JSON.
        case statement
        /// The pages that were printed from it, PDF.
        case pages
    }

    /// The number of the report.
    public var number: String
    /// The bureau that issued it.
    public var bureau: String
    /// When it was issued.
    public var issuedAt: Moment
    /// Which of its forms has the hash.
    public var form: Form
    /// The number of the report that takes its place; nil while it is the latest.
    public var supersededBy: String?
}
