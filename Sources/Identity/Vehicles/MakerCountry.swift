/// The country of a vehicle's maker by the first two characters of its number (ISO 3780).
enum MakerCountry {
    private static let order = Array("ABCDEFGHJKLMNPRSTUVWXYZ1234567890".utf8)

    static func code(_ first: UInt8, _ second: UInt8) -> String? {
        guard let place = order.firstIndex(of: second) else { return nil }
        let sign = String(decoding: [first], as: UTF8.self)
        return ranges.first { $0.first == sign && ($0.from...$0.to).contains(place) }?.country
    }

    private struct Stretch {
        let first: String
        let from: Int
        let to: Int
        let country: String
    }

    private static let ranges: [Stretch] = table.split(whereSeparator: \.isWhitespace).compactMap { text in
        // A stretch such as JA-J0:JP, or 1A-10:US.
        let parts = text.split(separator: ":")
        let ends = parts[0].split(separator: "-").map { Array($0.utf8) }
        guard let from = order.firstIndex(of: ends[0][1]), let to = order.firstIndex(of: ends[1][1]) else { return nil }
        return Stretch(
            first: String(decoding: [ends[0][0]], as: UTF8.self), from: from, to: to, country: String(parts[1])
        )
    }

    private static let table = """
        AA-AH:ZA BA-BE:AO BF-BK:KE BL-BR:TZ CA-CE:BJ CF-CK:MG CL-CR:TN DA-DE:EG DF-DK:MA DL-DR:ZM EA-EE:ET EF-EK:MZ \
        FA-FE:GH FF-FK:NG JA-J0:JP KA-KE:LK KF-KK:IL KL-KR:KR KS-K0:KZ LA-L0:CN MA-ME:IN MF-MK:ID ML-MR:TH MS-M0:MM \
        NA-NE:IR NF-NK:PK NL-NR:TR PA-PE:PH PF-PK:SG PL-PR:MY RA-RE:AE RF-RK:TW RL-RR:VN RS-R0:SA SA-SM:GB SN-ST:DE \
        SU-SZ:PL S1-S4:LV TA-TH:CH TJ-TP:CZ TR-TV:HU TW-T1:PT UH-UM:DK UN-UT:IE UU-UZ:RO U5-U7:SK VA-VE:AT VF-VR:FR \
        VS-VW:ES VX-V2:RS V3-V5:HR V6-V0:EE WA-W0:DE XA-XE:BG XF-XK:GR XL-XR:NL XS-XW:RU XX-X2:LU X3-X0:RU YA-YE:BE \
        YF-YK:FI YL-YR:MT YS-YW:SE YX-Y2:NO Y3-Y5:BY Y6-Y0:UA ZA-ZR:IT ZX-Z2:SI Z3-Z5:LT Z6-Z0:RU 1A-10:US 2A-20:CA \
        3A-3W:MX 3X-37:CR 4A-40:US 5A-50:US 6A-6W:AU 7A-7E:NZ 8A-8E:AR 8F-8K:CL 8L-8R:EC 8S-8W:PE 8X-82:VE 9A-9E:BR \
        9F-9K:CO 9L-9R:PY 9S-9W:UY 9X-92:TT 93-99:BR
        """
}
