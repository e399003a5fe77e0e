extension ReferenceTable {
    /// Finds every calibre in the text: at each place the longest run of numbers and words that is an alias.
    func findCalibres(_ atoms: [CalibreAtom], _ type: FirearmType?) -> CalibreFindings {
        var findings = CalibreFindings()
        var place = 0
        while place < atoms.count {
            if let (match, end) = shell(atoms, place) ?? longest(atoms, place, type) {
                findings.matches.append(match)
                place = end
                continue
            }
            if atoms[place].isNumber {
                findings.unknownNumbers += 1
                if Self.isDimension(atoms, place) { place += 2 }  // 9x99: neither number is a calibre by itself.
            } else if TypeWords.standard.knows(atoms[place].text) {
                findings.typeWords += 1
            } else {
                findings.unknownWords += 1
            }
            place += 1
        }
        return findings
    }

    private static func isDimension(_ atoms: [CalibreAtom], _ place: Int) -> Bool {
        place + 2 < atoms.count && atoms[place].isNumber && atoms[place + 1].text == "X" && atoms[place + 2].isNumber
    }

    private func longest(_ atoms: [CalibreAtom], _ start: Int, _ type: FirearmType?) -> (CalibreMatch, Int)? {
        for length in stride(from: min(6, atoms.count - start), to: 0, by: -1) {
            let span = atoms[start..<(start + length)]
            if span.dropFirst().contains(where: \.isAfterOr), !Self.isPair(span) { continue }
            if length > 1, Self.joinsNumbersInCode(span) { continue }
            if length == 1, Self.isDimension(atoms, start) { continue }
            if length == 1 && span[start].isNumber {
                if let match = number(span[start], type) { return (match, start + 1) }
                continue
            }
            let apart = Self.joinsNumbersApart(span)
            let withUnits = calibreIndex[span.map { $0.isMillimetres ? $0.text + "MM" : $0.text }.joined()]
            guard let entry = withUnits ?? (apart ? nil : calibreIndex[span.map(\.text).joined()]) else { continue }
            let isSure = length > 1 && span.contains { !$0.isNumber || $0.isMarked }
            let match = CalibreMatch(
                places: [entry.place], isUsual: entry.isUsualMeaning, strength: isSure ? 3 : length > 1 ? 2 : 1,
                isGeneric: false, isAfterOr: span[start].isAfterOr
            )
            let end = start + length
            return (match, isGauge(entry.place) ? afterShellLength(atoms, end) : end)
        }
        return nil
    }

    /// Two numbers with a slash between, as in 30/30 and 12/70.
    private static func isPair(_ span: ArraySlice<CalibreAtom>) -> Bool {
        guard span.count >= 2 else { return false }
        let second = span.startIndex + 1
        return span[span.startIndex].isNumber && span[second].isNumber
            && !span.dropFirst(2).contains(where: \.isAfterOr)
    }

    /// "9 mm 17 rounds" is not 9x17.
    private static func joinsNumbersApart(_ span: ArraySlice<CalibreAtom>) -> Bool {
        zip(span, span.dropFirst()).contains { $0.isNumber && $1.isNumber && $1.isApart }
    }

    /// "MR 9 20" and "A400 12" hold no two numbers of one calibre.
    private static func joinsNumbersInCode(_ span: ArraySlice<CalibreAtom>) -> Bool {
        zip(span, span.dropFirst()).contains { $0.isNumber && $1.isNumber && ($0.isInCode || $1.isInCode) }
    }

    private func number(_ atom: CalibreAtom, _ type: FirearmType?) -> CalibreMatch? {
        let meanings = CalibreMeanings.standard
        if let type, let codes = meanings.usual(atom.text, on: type), let match = match(codes, atom, isUsual: true) {
            var match = match
            match.isForType = true
            return match
        }
        if atom.hasComma, let codes = meanings.usualWithComma(atom.text), let match = match(codes, atom, isUsual: true)
        {
            return match
        }
        let entry = (atom.isMillimetres ? calibreIndex[atom.text + "MM"] : nil) ?? calibreIndex[atom.text]
        var codes = meanings.usual(atom.text) ?? []
        if let entry {
            // What the table says goes before the usual meaning: 10 mm is not 10 gauge.
            let code = calibres[entry.place].code
            codes = [code] + codes.filter { $0 != code }
        }
        if let match = match(codes, atom, isUsual: entry?.isUsualMeaning ?? true) { return match }
        guard atom.text.contains(".") else { return nil }
        var whole = atom
        whole.text = atom.text.filter { $0 != "." }
        guard var match = number(whole, type) else { return nil }
        match.isRepaired = true
        match.strength = 0
        return match
    }

    private func match(_ codes: [String], _ atom: CalibreAtom, isUsual: Bool) -> CalibreMatch? {
        let places = codes.compactMap(calibrePlace)
        if places.isEmpty { return nil }
        let digits = atom.text.utf8.count
        let strength = atom.isInches ? 1 : atom.isMarked ? 3 : atom.isInCode ? 0 : digits == 3 ? 2 : 1
        return CalibreMatch(
            places: places, isUsual: isUsual, strength: strength,
            isGeneric: CalibreMeanings.standard.usual(atom.text) != nil, isAfterOr: atom.isAfterOr
        )
    }

    /// A bore with the length of its shell: 12/70, 32x65, 20 76.
    private func shell(_ atoms: [CalibreAtom], _ start: Int) -> (CalibreMatch, Int)? {
        guard atoms[start].isNumber, Self.bores.contains(atoms[start].text) else { return nil }
        var next = start + 1
        if next < atoms.count, atoms[next].text == "X" { next += 1 }
        guard next < atoms.count, atoms[next].isNumber, Self.shellMillimetres.contains(atoms[next].text),
            calibreIndex[atoms[start].text + atoms[next].text]?.isUsualMeaning != false,
            let entry = calibreIndex[atoms[start].text + "GAUGE"]
        else { return nil }
        let match = CalibreMatch(
            places: [entry.place], isUsual: false, strength: 3, isGeneric: false, isAfterOr: atoms[start].isAfterOr
        )
        return (match, afterShellLength(atoms, next + 1))
    }

    private func isGauge(_ place: Int) -> Bool { calibres[place].code.hasSuffix("-gauge") }

    /// The end of a shell length, in inches or millimetres, that stands after a bore.
    private func afterShellLength(_ atoms: [CalibreAtom], _ start: Int) -> Int {
        var place = start
        while place < atoms.count,
            atoms[place].text == "X" || Self.shellMillimetres.contains(atoms[place].text)
                || Self.shellInches.contains(atoms[place].text)
        { place += 1 }
        return place
    }

    private static let bores: Set<String> = ["10", "12", "14", "16", "20", "24", "28", "32", "36", "40", "410"]
    private static let shellMillimetres: Set<String> = [
        "50", "51", "60", "63", "63.5", "65", "67", "67.5", "70", "73", "73.5", "76", "76.2", "89",
    ]
    private static let shellInches: Set<String> = ["1", "2", "3", "4", "2.5", "2.75", "3.5", "234", "312", "212"]
}
