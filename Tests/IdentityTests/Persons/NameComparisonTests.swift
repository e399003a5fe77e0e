import Identity
import Testing

@Suite struct NameComparisonTests {
    private func score(_ left: String, _ right: String, _ kind: NameKind = .person) -> Float {
        var comparer = NameComparer()
        return comparer.compare(PreparedName(left, kind: kind), PreparedName(right, kind: kind))
    }

    @Test(arguments: [
        ("Ana María Rojas Quispe", "ROJAS QUISPE, Ana Maria"), ("Jo\u{E3}o da Silva Filho", "Joao Da Silva, Filho"),
        ("Sergey Ivanov", "Ivanov Sergey"), ("Dr. Karim Haddad", "Karim Haddad"),
        ("Marta O\u{2019}Brien", "Marta OBrien"),
    ])
    func writtenOtherwiseButTheSameCostsNextToNothing(_ left: String, _ right: String) {
        #expect(score(left, right) >= 0.94)
    }

    @Test(arguments: [
        ("Сергей Кузнецов", "Sergei Kuznetsov"), ("Сергей Кузнецов", "Sergej Kuznecov"),
        ("Юлия Щербакова", "Iuliia Shcherbakova"),
        ("Олександр Шевчук", "Oleksandr Shevchuk"), ("محمد حسن", "Mohammed Hassan"), ("خالد يوسف", "Khaled Youssef"),
        ("יוסף כהן", "Yosef Cohen"), ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"), ("王小明", "Wang Xiaoming"),
        ("蔣志強", "Chiang Chih-chiang"), ("박지훈", "Park Ji-hoon"), ("김정수", "Kim Jong Su"), ("たなか ゆうき", "Tanaka Yuki"),
        ("田中 ゆうき", "Tanaka Yuki"), ("Գրիգոր Սարգսյան", "Grigor Sargsyan"), ("გიორგი ბერიძე", "Giorgi Beridze"),
        ("राजेश शर्मा", "Rajesh Sharma"), ("สมชาย", "Somchay"), ("Şükrü Çelik", "Shukru Chelik"),
    ])
    func transliterationsAreFound(_ left: String, _ right: String) {
        #expect(score(left, right) >= 0.7, "\(PreparedName(left).latin)")
    }

    @Test(arguments: [
        ("Bill Carter", "William Carter"), ("Pepe Gómez", "José Gómez"), ("Zé Almeida", "José Almeida"),
        ("Sasha Volkov", "Aleksandr Volkov"), ("J. P. Duarte", "João Pedro Duarte"), ("JP Duarte", "Joao Pedro Duarte"),
        ("AnaRojas", "Ana Rojas"), ("Abdul Aziz Nasser", "Abdulaziz Nasser"), ("Mohd Karim", "Muhammad Karim"),
        ("Vladimir Vladimirovich Petrov", "Vladimir Petrov"), ("Ana Rojas", "Ana Lucía Rojas Quispe"),
    ])
    func customsOfNamingAreKnown(_ left: String, _ right: String) {
        #expect(score(left, right) >= 0.7)
    }

    @Test(arguments: [
        ("Ana Rojas", "Eva Rojas"), ("Ahmed Karimi", "Mohamed Karimi"),
        ("Sergey Viktorovich Petrov", "Sergey Borisovich Petrov"),
        ("Hassan bin Ali", "Ali bin Hassan"), ("Karim al-Tikriti", "Karim al-Dulaimi"),
        ("Li Xiaoming", "Wang Xiaoming"),
        ("习近朋", "习近平"), ("Juan", "Juan Carlos Ortega Ruiz"), ("Ana Rojas", "Lars Holm"),
    ])
    func differentPersonsStayBelow(_ left: String, _ right: String) {
        #expect(score(left, right) < 0.7)
    }

    @Test(arguments: [
        ("Orinoco Trading Ltd", "Orinoco Trading Limited"), ("O.T.C. Holdings", "OTC Holdings"),
        ("Brigade 44", "Brigade Forty-Four"),
        ("The Orinoco Company", "Orinoco Company"), ("Smith & Sons", "Smith and Sons"),
        ("Sociedad Anónima Orinoco", "Orinoco S.A."),
    ])
    func legalFormsAndNumbersOfOrganisationsAreRead(_ left: String, _ right: String) {
        #expect(score(left, right, .organisation) >= 0.9)
    }

    @Test(arguments: [
        ("Orinoco Trading Ltd", "Orinoco Shipping Ltd"), ("Orinoco AG", "Orinoco GmbH"),
        ("LXC Aviation", "LAU Aviation"),
        ("Trading Company", "Westshore Trading Company"),
    ])
    func differentOrganisationsStayBelow(_ left: String, _ right: String) {
        #expect(score(left, right, .organisation) < 0.7)
    }

    @Test func aShipIsFoundWithAndWithoutItsPrefix() {
        #expect(score("MV Hellenic Dawn", "Hellenic Dawn", .vessel) == 1)
        #expect(score("M/V Hellenic Dawn", "HELLENIC DAWN", .vessel) == 1)
    }

    @Test func theExplanationNamesWhatMatchedWhat() {
        var comparer = NameComparer()
        let left = PreparedName("Bob Carter")
        let right = PreparedName("Robert J. Cartr")
        let score = comparer.compare(left, right)
        let explanation = comparer.explanation(left, right)
        #expect(explanation.contains { $0.feature == .variant && $0.left == "Bob" && $0.right == "Robert" })
        #expect(explanation.contains { $0.feature == .spelling && $0.left == "Carter" && $0.right == "Cartr" })
        #expect(explanation.contains { $0.feature == .missing && $0.left.isEmpty && $0.right == "J" })
        let weights = explanation.reduce(0) { $0 + $1.weight }
        #expect(abs(score - (1 + weights)) < 1e-5)
    }

    @Test func theScoreIsSymmetric() {
        let names = [
            "Ana Rojas", "Rojas Quispe Ana", "Сергей Кузнецов", "Sergej Kuznecov", "محمد حسن",
            "Mohammed bin Hassan al-Ali",
            "JP Duarte", "Kim Jong Su", "김정수", "AnaRojas", "王小明",
        ]
        for left in names {
            for right in names { #expect(abs(score(left, right) - score(right, left)) < 1e-5, "\(left) \(right)") }
        }
    }
}
