import Registry
import Toolmarks

/// Puts examinations of the demo world's exhibits into the registry by the hands of their examiners: one at every stage.
struct DemoExaminations {
    let registry: Registry

    /// An exhibit by its bureau, where it was secured, and the label on the bag.
    private struct Place {
        var bureau: String
        var locality: String
        var label: String
    }

    /// - Returns: how many examinations there are.
    func make() async throws -> Int {
        try await awaitingVerification()
        try await hitWithReport()
        try await exhibitAskedFor()
        try await disagreement()
        try await planted()
        return 5
    }

    /// A lead of Brazil that a second examiner verifies blind: `examiner2.br`.
    private func awaitingVerification() async throws {
        let examination = try await open(
            Place(bureau: "BR", locality: "Foz do Iguaçu", label: "EC-1"),
            Place(bureau: "AR", locality: "Puerto Iguazú", label: "V1"), .screen, "br"
        )
        try await conclude(
            .identification, examination, "examiner.br",
            "Las líneas paralelas del espaldón coinciden en curso, anchura y altura en toda la zona común."
        )
    }

    /// A hit of Argentina with Paraguay, and its report.
    private func hitWithReport() async throws {
        let examination = try await open(
            Place(bureau: "AR", locality: "Puerto Iguazú", label: "V1"),
            Place(bureau: "PY", locality: "Ciudad del Este", label: "D1"), .screen, "ar"
        )
        for basis in [ExaminationBasis.screen, .exhibits] {
            if basis == .exhibits {
                let actor = try await registry.signIn.actor(onThisMachine: "examiner.ar")
                _ = try await registry.examinations.proceed(examination.number, on: .exhibits, actor)
            }
            try await conclude(
                .identification, examination, "examiner.ar",
                "Concordancia de las características individuales en las dos zonas de líneas."
            )
            try await conclude(
                .identification, examination, "examiner2.ar",
                "Más de veinte líneas consecutivas coinciden; ninguna diferencia sin explicar."
            )
        }
        let actor = try await registry.signIn.actor(onThisMachine: "examiner.ar")
        _ = try await registry.examinations.issueReport(of: examination.number, actor)
    }

    /// A lead of Paraguay that waits for Brazil's exhibit.
    private func exhibitAskedFor() async throws {
        let examination = try await open(
            Place(bureau: "PY", locality: "Asunción", label: "A1"),
            Place(bureau: "BR", locality: "Ponta Porã", label: "V-01"), .screen, "py"
        )
        for examiner in ["examiner.py", "examiner2.py"] {
            try await conclude(
                .inconclusiveA, examination, examiner, isLikely: true,
                "Coinciden los arcos, pero la zona común es pequeña; hace falta ver las vainas."
            )
        }
        let actor = try await registry.signIn.actor(onThisMachine: "examiner.py")
        _ = try await registry.examinations.act(
            .requestExhibit, onLink: examination.number, note: "Para cotejo en el microscopio de Asunción.", actor
        )
    }

    /// Two examiners of Chile who disagree about two bullets.
    private func disagreement() async throws {
        let examination = try await open(
            Place(bureau: "CL", locality: "Arica", label: "NUE-1"),
            Place(bureau: "AR", locality: "Puerto Iguazú", label: "P1"), .screen, "cl"
        )
        try await conclude(
            .identification, examination, "examiner.cl", "Series de estrías consecutivas en los tres campos."
        )
        try await conclude(
            .inconclusiveB, examination, "examiner2.cl", "Dos de los tres campos están demasiado dañados."
        )
    }

    /// A test pair of Chile: two pistols.
    private func planted() async throws {
        let manager = try await registry.signIn.actor(onThisMachine: "quality.cl")
        _ = try await registry.examinations.plant(
            try await number(of: Place(bureau: "CL", locality: "Valparaíso", label: "NUE-7")),
            try await number(of: Place(bureau: "CL", locality: "Valparaíso", label: "NUE-8")),
            truth: .differentSources, note: "Juego 1, par 4", manager
        )
    }

    private func open(
        _ first: Place, _ second: Place, _ basis: ExaminationBasis, _ bureau: String
    ) async throws -> Examination {
        let actor = try await registry.signIn.actor(onThisMachine: "examiner.\(bureau)")
        return try await registry.examinations.open(
            try await number(of: first), try await number(of: second), basis: basis, actor
        )
    }

    private func conclude(
        _ conclusion: Conclusion, _ examination: Examination, _ examiner: String, isLikely: Bool = false,
        _ reasons: String
    ) async throws {
        let actor = try await registry.signIn.actor(onThisMachine: examiner)
        let detail = try await registry.examinations.detail(examination.number, actor)
        let marks = zip(detail.firstMarks, detail.secondMarks).map {
            ComparedMarks(first: $0.number, second: $1.number)
        }
        var draft = ConclusionDraft(
            conclusion,
            content: ConclusionContent(
                reasons: reasons, marks: marks, method: "Fictometrics Confocal 3, luz rasante, 40 aumentos"
            )
        )
        draft.isLikely = isLikely
        _ = try await registry.examinations.conclude(examination.number, draft, actor)
    }

    private func number(of place: Place) async throws -> String {
        let actor = try await registry.signIn.actor(onThisMachine: "examiner.\(place.bureau.lowercased())")
        var filter = ExhibitFilter()
        filter.bureau = place.bureau
        let page = try await registry.exhibits.list(filter, limit: 200, actor)
        let found = page.exhibits.map(\.exhibit).first { exhibit in
            exhibit.content.label == place.label && exhibit.event?.content.locality == place.locality
        }
        guard let found else {
            throw CommandFailure("The demo world has no exhibit \(place.label) of \(place.locality).")
        }
        return found.number
    }
}
