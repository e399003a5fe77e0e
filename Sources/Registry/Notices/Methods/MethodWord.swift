import Foundation

/// A word of a description, with the key by which forms of it are taken as the same in every language.
///
/// Words are folded (case, accents, vowel signs), stripped of a few endings, and cut to six letters: a light stem, the
/// same for English, Spanish, French, Portuguese and Arabic. Sources: P. McNamee, J. Mayfield, Character n-gram
/// tokenization for European language text retrieval, Information Retrieval 7 (2004),
/// doi:10.1023/B:INRT.0000009441.78971.be, for cutting; L. S. Larkey, L. Ballesteros, M. E. Connell, Improving stemming for
/// Arabic information retrieval, SIGIR 2002, doi:10.1145/564376.564425, for the Arabic affixes ("light10").
struct MethodWord: Hashable, Sendable {
    /// As written, in small letters.
    let surface: String
    /// Equal for forms of one word.
    let key: String

    /// Letters of a key.
    static let keyLength = 6
    private static let shortest = 3

    /// The words of a text that carry meaning, in order.
    static func words(of text: String) -> [MethodWord] {
        text.split { !($0.isLetter || $0.isNumber) }.compactMap { MethodWord(String($0)) }
    }

    /// Nil for what is no word, or stands in every text: articles, conjunctions, numbers.
    init?(_ text: String) {
        let folded = text.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
            locale: Locale(identifier: "en_US_POSIX")
        )
        guard folded.count >= Self.shortest, folded.contains(where: \.isLetter), !StopWords.all.contains(folded) else {
            return nil
        }
        let stem = Self.isArabic(folded) ? Self.arabicStem(folded) : Self.latinStem(folded)
        surface = text.lowercased()
        key = String(stem.prefix(Self.keyLength))
    }

    /// Whether a word that is typed stands for this one: a form of it, or its beginning.
    func isMet(by typed: MethodWord) -> Bool { key == typed.key || key.hasPrefix(typed.key) }

    private static func isArabic(_ word: String) -> Bool {
        word.unicodeScalars.first.map { (0x0600...0x06FF).contains($0.value) } ?? false
    }

    /// Without the endings of plurals and genders, and of the forms of English verbs.
    private static func latinStem(_ word: String) -> Substring {
        var stem = word[...]
        for ending in ["ing", "ed"] where stem.count >= ending.count + 4 && stem.hasSuffix(ending) {
            return stem.dropLast(ending.count)
        }
        if stem.count > 4, stem.hasSuffix("ies") { return stem.dropLast(3) + "y" }
        if stem.count > 3, stem.hasSuffix("s"), !stem.hasSuffix("ss") { stem = stem.dropLast() }
        if stem.count > 4, let last = stem.last, "aoe".contains(last) { stem = stem.dropLast() }
        return stem
    }

    private static let articles = ["وال", "بال", "كال", "فال", "ال", "لل"]
    private static let endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"]

    private static func arabicStem(_ word: String) -> Substring {
        var stem = word[...]
        if let article = articles.first(where: { stem.hasPrefix($0) && stem.count >= $0.count + 2 }) {
            stem = stem.dropFirst(article.count)
        } else if stem.hasPrefix("و"), stem.count > 3 {
            stem = stem.dropFirst()
        }
        for ending in endings where stem.hasSuffix(ending) && stem.count >= ending.count + 2 {
            stem = stem.dropLast(ending.count)
        }
        return stem
    }
}

/// Words that say nothing of a method, folded.
enum StopWords {
    static let all: Set<String> = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        and are but can for from had has have her his how into its may more most not off one only other out over said she
        some such than that the their them then there these they this those through under upon was were what when where
        which while who will with without you your between each both also been being did does very same used using use
        algo ante aquel bajo cada como con contra cual cuando del desde donde dos durante ella ellos entre era esa ese eso
        esta este esto estos fue fueron hacia han hasta hay las los mas mientras misma mismo muy nos otra otro otros para
        pero por porque que quien segun ser sin sobre son sus tambien tan tras una uno unos
        ainda ao aos apos as ate com das dela dele dos ela elas ele eles em entre essa esse esta este foi isso mais mas
        mesmo muito nas nem nos num numa para pela pelo por que quem sao sem ser seu sua sob sobre tambem uma umas
        aux avec ces cet cette dans des elle est etait ils les leur leurs lors lui mais meme nous ont par pas peu plus pour
        quand que qui sans ses son sont sous sur tous tout tres une vers
        الى على عن في من مع هذا هذه التي الذي كان كانت قد كل ما لا ان او ثم بين عند بعد قبل هي هو ذلك تلك حتى لم لن
        """
}
