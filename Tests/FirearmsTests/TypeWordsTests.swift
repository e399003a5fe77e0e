import Firearms
import Testing

@Suite("Words for kinds of firearm are recognised in three languages")
struct TypeWordsTests {
    let table = ReferenceTable.standard

    @Test(
        "the kind of firearm is recognised, alone or in a longer text",
        arguments: [
            ("REVÓLVER", "revolver"),
            ("Revolver", "revolver"),
            ("REVOLVER", "revolver"),
            ("revorver", "revolver"),
            ("REVOVLER", "revolver"),
            ("REV.", "revolver"),
            ("REVOLVER CAL 38", "revolver"),
            ("pistola", "pistol"),
            ("PISTOLA SEMI-AUTOMÁTICA", "pistol"),
            ("PISTOLA SEMIAUTOMATICA", "pistol"),
            ("PISTOLA TAURUS PT 92", "pistol"),
            ("Semi-auto pistol", "pistol"),
            ("PISTOLLA", "pistol"),
            ("espingarda", "shotgun"),
            ("ESPINGARDA DE FABRICAÇÃO CASEIRA", "shotgun"),
            ("ESPINGARDA ARTESANAL", "shotgun"),
            ("ESPINGARDA DE PRESSÃO", "air-gun"),
            ("Escopeta", "shotgun"),
            ("ESCOPETA RECORTADA", "shotgun"),
            ("Garrucha", "single-shot-pistol"),
            ("GARRUCHÃO", "single-shot-pistol"),
            ("fuzil", "rifle"),
            ("FUSIL", "rifle"),
            ("FUZIL DE ASSALTO", "assault-rifle"),
            ("FUSIL DE ASALTO", "assault-rifle"),
            ("Fusil asalto AK-47", "assault-rifle"),
            ("CARABINA", "carbine"),
            ("CARABINA DE PRESSÃO", "air-gun"),
            ("SUBAMETRALLADORA", "submachine-gun"),
            ("SUBMETRALHADORA", "submachine-gun"),
            ("SUB-METRALHADORA", "submachine-gun"),
            ("METRALHADORA", "machine-gun"),
            ("ametralladora", "machine-gun"),
            ("Sub machine gun", "submachine-gun"),
            ("SMG", "submachine-gun"),
            ("Rifle", "rifle"),
            ("RIFLE DE CAZA", "rifle"),
            ("Bolt action rifle", "rifle"),
            ("SHOTGUN", "shotgun"),
            ("Shot gun 12 ga", "shotgun"),
            ("pump shotgun", "shotgun"),
            ("CHUMBEIRA", "shotgun"),
            ("BATE-BUCHA", "shotgun"),
            ("bate bucha", "shotgun"),
            ("HECHIZA", "other"),
            ("ARMA HECHIZA", "other"),
            ("ARTESANAL", "other"),
            ("CASEIRA", "other"),
            ("ESCOPETA HECHIZA", "shotgun"),
            ("REVOLVER ARTESANAL", "revolver"),
            ("PISTOLA DE FOGUEO", "blank-gun"),
            ("REVOLVER DE FOGUEO", "blank-gun"),
            ("LANZAGRANADAS", "launcher"),
            ("pistola ametralladora", "submachine-gun"),
            ("Derringer", "single-shot-pistol"),
            ("ZIP GUN", "single-shot-pistol"),
            ("GHOST GUN", "other"),
        ])
    func type(raw: String, code: String) {
        #expect(table.type(raw)?.value.rawValue == code)
    }

    @Test("an unknown word stays unknown", arguments: ["", "?", "DESCONHECIDO", "OTRA", "TAURUS", "12345", "🔫"])
    func unknown(raw: String) {
        #expect(table.type(raw) == nil)
    }

    @Test("words for home-made firearms say so whatever the kind")
    func privatelyMade() {
        for raw in [
            "ESPINGARDA ARTESANAL", "ESCOPETA HECHIZA", "REVOLVER DE FABRICAÇÃO CASEIRA", "ghost gun", "bate-bucha",
        ] {
            #expect(table.typeReading(raw).conversion == .privatelyMade, "\(raw)")
        }
        #expect(table.typeReading("ESPINGARDA ARTESANAL").type?.value == .shotgun)
    }

    @Test("words for the action are kept")
    func action() {
        #expect(table.typeReading("ESCOPETA DE BOMBEO").action == .pumpAction)
        #expect(table.typeReading("bolt action rifle").action == .boltAction)
        #expect(table.typeReading("PISTOLA SEMI-AUTOMÁTICA").action == .semiAutomatic)
        #expect(table.typeReading("fusil de asalto").action == .selective)
        #expect(table.typeReading("REVOLVER").action == nil)
    }

    @Test("two kinds in one text make the answer unsure")
    func twoKinds() throws {
        let found = try #require(table.type("PISTOLA / REVOLVER"))
        #expect(found.confidence < 0.8)
        #expect(found.alternatives == [.revolver])
    }

    @Test("a misspelt word costs confidence")
    func misspelt() throws {
        let exact = try #require(table.type("REVOLVER"))
        let slip = try #require(table.type("REVOLVRE"))
        #expect(exact.confidence == 1)
        #expect(slip.value == .revolver)
        #expect(slip.confidence < 1)
    }

    @Test("a text of megabytes is refused at once")
    func hostileLength() {
        #expect(table.type(String(repeating: "PISTOLA ", count: 300_000)) == nil)
    }
}
