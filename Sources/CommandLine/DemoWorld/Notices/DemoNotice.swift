import Firearms
import Registry

/// A notice of the demo world: what it says, and how far it comes.
struct DemoNotice: Sendable {
    /// Where a notice ends up.
    enum Fate: Sendable {
        case draft, requested, firstRead, published, suspended
        case refused(NoticeRefusal)
        /// In force at once for named countries.
        case diffusion
    }

    /// What stands in its picture.
    enum Image: Sendable {
        case none, portrait
        /// A sketch of a hollow thing with so many parts, or of so many parcels.
        case hollow(Int), parcels(Int)
    }

    /// Code of the bureau that owns it.
    var bureau: String
    var content: NoticeContent
    var fate: Fate = .published
    var image: Image = .none
}

extension NoticeContent {
    /// A notice with its facts in words, the original first.
    init(demo colour: NoticeColour, purpose: Purpose, _ texts: [(String, String)] = []) {
        self.init(colour: colour)
        self.purpose = purpose
        self.texts = texts.map { NoticeText(language: $0.0, text: $0.1) }
    }
}
