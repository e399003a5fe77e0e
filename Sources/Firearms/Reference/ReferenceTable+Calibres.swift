extension ReferenceTable {
    /// The calibre that a text names, or nil when it is not known.
    ///
    /// Tried in this order: the whole text as an alias; its numbers and words without units, words for "calibre" and
    /// language; a small spelling error; a calibre among other words. A bare number (`38`, `7.62`) takes its usual
    /// meaning, its other meanings being alternatives. Of two calibres in a text the first is taken and the other is an
    /// alternative.
    /// - Parameters:
    ///   - raw: what was written.
    ///   - type: the type of firearm, where it is known: `32` is a bore on a shotgun and a cartridge on a revolver.
    ///     Without it, a word of the text for a type (`REVOLVER CAL 32`) is used.
    public func calibre(_ raw: String, type: FirearmType? = nil) -> Recognition<Calibre>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        if let decided = correctedCalibre(raw) { return decided }
        let key = TextKey.calibre(raw)
        let entry = calibreIndex[key]
        if let entry, !entry.isUsualMeaning, type == nil || !isBareNumber(key) {
            return recognition(calibres, entry, 1, RecognitionRule.alias)
        }
        let text = CalibreText(raw)
        if text.atoms.isEmpty || text.atoms.count > 40 { return nil }
        if text.atoms.count > 1, !text.isMisspelt, !text.hasLeftOut, let whole = calibreIndex[text.key] {
            // The forms of common words (Mag, Magnum, ESPECIAL) make no difference to a name.
            return recognition(calibres, whole, 1, RecognitionRule.alias)
        }
        let known = type ?? TypeWords.standard.find(raw)?.type
        let findings = findCalibres(text.atoms, known)
        if findings.isComplete, let found = answer(findings, text) { return found }
        if let entry { return recognition(calibres, entry, 1, RecognitionRule.alias) }
        if let near = nearest(calibres, calibreIndex, text.key) { return near }
        return answer(findings, text)
    }

    /// The calibre that a text names on a firearm of which the make or the model is known too.
    ///
    /// A bare number that can mean several calibres (`.32`, `7.62`) means the one in which the model, else most models
    /// of the maker, were made.
    public func calibre(
        _ raw: String, type: FirearmType?, makeCode: String?, model: Model? = nil
    ) -> Recognition<Calibre>? {
        guard let found = calibre(raw, type: type) else { return nil }
        let isOpen = found.rule == RecognitionRule.usualMeaning || found.rule == RecognitionRule.usualForType
        guard isOpen, !found.alternatives.isEmpty else { return found }
        let meanings = [found.value] + found.alternatives
        func taking(_ calibre: Calibre, _ confidence: Double, _ rule: String) -> Recognition<Calibre> {
            Recognition(
                value: calibre, confidence: confidence, rule: rule, alternatives: meanings.filter { $0 != calibre }
            )
        }
        if let model, !model.calibreCodes.isEmpty {
            guard let made = meanings.first(where: { model.calibreCodes.contains($0.code) }) else { return found }
            return taking(made, 0.9, RecognitionRule.ofModel)
        }
        guard let makeCode else { return found }
        let made = models(of: makeCode).filter { model in type.map { $0 == model.type } ?? true }
        let counts = meanings.map { meaning in made.count { $0.calibreCodes.contains(meaning.code) } }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return found }
        let isOnly = counts.count { $0 > 0 } == 1
        return isOnly || place > 0 ? taking(meanings[place], isOnly ? 0.8 : 0.75, RecognitionRule.usualForMake) : found
    }

    /// The calibre with exactly this name or alias, or nil.
    ///
    /// Apart from case, accents, units and the forms of common words (`Mag`, `Magnum`); no spelling error is forgiven
    /// and a bare number is not a name unless the table lists it as one.
    public func calibre(named name: String) -> Calibre? {
        guard name.utf8.count <= TextKey.longest else { return nil }
        if let entry = calibreIndex[TextKey.calibre(name)] { return calibres[entry.place] }
        let text = CalibreText(name)
        guard text.atoms.count > 1, !text.isMisspelt, let entry = calibreIndex[text.key] else { return nil }
        return calibres[entry.place]
    }

    func calibrePlace(code: String) -> Int? {
        calibre(code: code).flatMap { calibreIndex[TextKey.calibre($0.name)]?.place }
    }

    private func isBareNumber(_ key: String) -> Bool {
        (key.hasSuffix("MM") ? key.dropLast(2) : Substring(key)).utf8.allSatisfy { $0.isDigit || $0.isPoint }
    }

    private func answer(_ findings: CalibreFindings, _ text: CalibreText) -> Recognition<Calibre>? {
        let strength = findings.matches.map(\.strength).max() ?? 0
        var sure = findings.matches.filter { $0.strength == strength || findings.isComplete }
        if strength <= 1, !findings.isComplete { sure = sure.suffix(1) }  // A calibre stands after the model.
        guard var best = sure.first else { return nil }
        var others: [Int] = []
        for next in sure.dropFirst() { combine(&best, next, &others) }
        let alternatives = (others + best.places.dropFirst()).filter { $0 != best.places[0] }
        var (confidence, rule) = rating(best, others, findings)
        if text.isMisspelt, confidence > 0.8 { (confidence, rule) = (0.8, RecognitionRule.spellingOne) }
        var seen: Set<Int> = []
        return Recognition(
            value: calibres[best.places[0]], confidence: confidence, rule: rule,
            alternatives: best.isUsual || !others.isEmpty
                ? alternatives.filter { seen.insert($0).inserted }.prefix(5).map { calibres[$0] } : []
        )
    }

    private func rating(
        _ best: CalibreMatch, _ others: [Int], _ findings: CalibreFindings
    ) -> (Double, String) {
        if !others.isEmpty { return (0.7, RecognitionRule.severalCalibres) }
        if best.isRepaired { return (0.6, RecognitionRule.withoutPoint) }
        let hasOtherWords = findings.unknownWords + findings.unknownNumbers > 0
        if best.isBare && hasOtherWords { return (0.5, RecognitionRule.amongWords) }
        if best.isForType { return (0.8, RecognitionRule.usualForType) }
        if best.isUsual { return (hasOtherWords ? 0.7 : 0.75, RecognitionRule.usualMeaning) }
        if hasOtherWords { return (0.85, RecognitionRule.amongWords) }
        return (0.95, RecognitionRule.withoutCommonWords)
    }

    /// Brings the next calibre of a text together with what was found before it.
    private func combine(_ best: inout CalibreMatch, _ next: CalibreMatch, _ others: inout [Int]) {
        let (here, there) = (best.places[0], next.places[0])
        if here == there {
            best.isUsual = best.isUsual && next.isUsual
            return
        }
        // "38 (9 mm)": the second is only the width of the first.
        if next.isGeneric, next.places.contains(here) { return }
        if best.isGeneric, best.places.contains(there), best.isUsual || !next.isAfterOr {
            best = next
            return
        }
        if best.isUsual,
            let fitting = best.places.first(where: { calibres[$0].isCompatible(with: calibres[there]) })
        {
            // "7.62 / .308": of the meanings of 7.62 the one that is told beside it.
            best.places = [fitting]
            best.isUsual = false
        }
        others.append(there)
    }
}
