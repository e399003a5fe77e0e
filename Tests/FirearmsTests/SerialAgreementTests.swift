import Firearms
import Testing

@Suite("A label agrees with a reading that means the same")
struct SerialAgreementTests {
    @Test(
        "whatever the form",
        arguments: [
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445; NSK346"),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSK346 / NSR445"),
            ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445"), ("armação AB123 ferrolho CD456", "AB123"),
            ("J 81825 (revelado no cano)", "J81825"), ("J 81825 (revelado no cano)", "j-81825"),
            ("TKR?2345", "TKR*2345"), ("TKR?2345", "TKR52345"), ("ABC123 OR ABC128", "ABC123; ABC128"),
            ("primeiro dígito não identificado 2345", "?2345"), ("primeiro dígito não identificado 2345", "2345"),
            ("LB 51...", "LB51"), ("RASPADO", ""), ("RASPADO", "removed"), ("N/C", "none"), ("N/C", "removed"),
            ("S/N", "REMOVED"), ("REGISTRO 12345", "12345"), ("B 12345 REGISTRO 99881", "B12345"),
            ("SIGMA 998877 SERIE TKY12345", "TKY12345"),
            ("0000", ""), ("KT/12345", "KT12345"), ("serie 1234 (4 dígitos)", "1234"), ("s/numeração", "none"),
            ("ABC12345 GLOCK 19", "ABC12345"), ("COLT 12345", "12345"), ("2ºdígito ilegível 1?3456", "1?3456"),
            ("XXX1234", "???1234"), ("B 12345 montagem 612", "B12345"), ("serie no visible, montaje 456", ""),
            ("SUPRIMIDO", "raspado"),
            ("S/N", "-"), ("caseira", "privately-made"),
        ])
    func agrees(raw: String, label: String) { #expect(SerialText(raw).agrees(withExpected: label)) }

    @Test(
        "and not with one that says something else",
        arguments: [
            ("TKR?2345", "TKR?2346"), ("TKR?2345", "TKR2345"), ("1234?", "1234"), ("?????45", "1234545X"),
            ("AB12345 e CD12345", "AB12345"), ("NSR445 (Camara) e NSK346 (Ferrolho)", "NSR445; NSK347"),
            ("ABC123 OR ABC128", "ABC123; ABC129"), ("RASPADO", "12345"), ("12345", ""), ("RASPADO", "none"),
            ("SEM NUMERAÇÃO", "removed"), ("RASPADO", "privately-made"),
            ("12345", "removed"), ("??12?", "45123"),
        ])
    func disagrees(raw: String, label: String) { #expect(!SerialText(raw).agrees(withExpected: label)) }

    @Test("where a file has one word only for texts without a number, it says no more than that")
    func oneWordForAll() {
        #expect(SerialText("RASPADO").agrees(withExpected: "NONE", distinguishesStates: false))
        #expect(SerialText("N/C").agrees(withExpected: "Removed", distinguishesStates: false))
        #expect(!SerialText("ABC123").agrees(withExpected: "NONE", distinguishesStates: false))
    }
}
