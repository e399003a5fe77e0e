/// A make and model of the demo world with how often it turns up.
struct DemoFirearm: Sendable {
    let weight: Int
    let make: String
    let model: String
    let calibre: String
    let type: String
    let action: String
    let country: String

    init(
        _ weight: Int, _ make: String, _ model: String, _ calibre: String, _ type: String, _ action: String,
        _ country: String
    ) {
        self.weight = weight
        self.make = make
        self.model = model
        self.calibre = calibre
        self.type = type
        self.action = action
        self.country = country
    }

    static let all: [DemoFirearm] = [
        DemoFirearm(70, "Taurus", "PT 92", "9 mm", "pistol", "semi-automatic", "BR"),
        DemoFirearm(60, "Taurus", "PT 58", ".380 ACP", "pistol", "semi-automatic", "BR"),
        DemoFirearm(80, "Taurus", "Model 82", ".38 Special", "revolver", "double-action", "BR"),
        DemoFirearm(45, "Taurus", "Model 85", ".38 Special", "revolver", "double-action", "BR"),
        DemoFirearm(40, "Taurus", "G2C", "9 mm", "pistol", "semi-automatic", "BR"),
        DemoFirearm(20, "Taurus", "24/7", ".40 S&W", "pistol", "semi-automatic", "BR"),
        DemoFirearm(45, "Rossi", "68", ".38 Special", "revolver", "double-action", "BR"),
        DemoFirearm(20, "Rossi", "Puma", ".38 Special", "rifle", "lever-action", "BR"),
        DemoFirearm(15, "Rossi", "Princess", ".22 LR", "revolver", "double-action", "BR"),
        DemoFirearm(25, "CBC", "586", "12 gauge", "shotgun", "pump-action", "BR"),
        DemoFirearm(15, "CBC", "122", ".22 LR", "rifle", "bolt-action", "BR"),
        DemoFirearm(25, "Boito", "Pump", "12 gauge", "shotgun", "pump-action", "BR"),
        DemoFirearm(10, "Boito", "Miura", "20 gauge", "shotgun", "break-action", "BR"),
        DemoFirearm(12, "Imbel", "MD1", ".380 ACP", "pistol", "semi-automatic", "BR"),
        DemoFirearm(8, "Imbel", "M964", "7.62x51", "assault-rifle", "selective", "BR"),
        DemoFirearm(10, "INA", "Tigre", ".32 S&W Long", "revolver", "double-action", "BR"),
        DemoFirearm(65, "Bersa", "Thunder 9", "9 mm", "pistol", "semi-automatic", "AR"),
        DemoFirearm(50, "Bersa", "Thunder 380", ".380 ACP", "pistol", "semi-automatic", "AR"),
        DemoFirearm(20, "Bersa", "BP9CC", "9 mm", "pistol", "semi-automatic", "AR"),
        DemoFirearm(25, "Ballester-Molina", "1938", ".45 ACP", "pistol", "semi-automatic", "AR"),
        DemoFirearm(15, "Fabricaciones Militares", "Hi-Power", "9 mm", "pistol", "semi-automatic", "AR"),
        DemoFirearm(5, "Fabricaciones Militares", "FAL", "7.62x51", "assault-rifle", "selective", "AR"),
        DemoFirearm(15, "Rexio", "Pucará", ".38 Special", "revolver", "double-action", "AR"),
        DemoFirearm(10, "Doberman", "TD", ".38 Special", "revolver", "double-action", "AR"),
        DemoFirearm(10, "FAMAE", "FT-2000", ".40 S&W", "pistol", "semi-automatic", "CL"),
        DemoFirearm(30, "INDUMIL", "Llama Cassidy", ".38 Special", "revolver", "double-action", "CO"),
        DemoFirearm(12, "INDUMIL", "Córdova", "9 mm", "pistol", "semi-automatic", "CO"),
        DemoFirearm(55, "Glock", "17", "9 mm", "pistol", "semi-automatic", "AT"),
        DemoFirearm(60, "Glock", "19", "9 mm", "pistol", "semi-automatic", "AT"),
        DemoFirearm(25, "Glock", "25", ".380 ACP", "pistol", "semi-automatic", "AT"),
        DemoFirearm(20, "Glock", "22", ".40 S&W", "pistol", "semi-automatic", "AT"),
        DemoFirearm(45, "Smith & Wesson", "10", ".38 Special", "revolver", "double-action", "US"),
        DemoFirearm(20, "Smith & Wesson", "SD9", "9 mm", "pistol", "semi-automatic", "US"),
        DemoFirearm(20, "Smith & Wesson", "M&P 15", "5.56x45", "rifle", "semi-automatic", "US"),
        DemoFirearm(25, "Colt", "1911", ".45 ACP", "pistol", "semi-automatic", "US"),
        DemoFirearm(15, "Colt", "AR-15", "5.56x45", "rifle", "semi-automatic", "US"),
        DemoFirearm(20, "Colt", "Detective Special", ".38 Special", "revolver", "double-action", "US"),
        DemoFirearm(20, "Ruger", "P95", "9 mm", "pistol", "semi-automatic", "US"),
        DemoFirearm(20, "Ruger", "10/22", ".22 LR", "rifle", "semi-automatic", "US"),
        DemoFirearm(30, "Mossberg", "500", "12 gauge", "shotgun", "pump-action", "US"),
        DemoFirearm(20, "Remington", "870", "12 gauge", "shotgun", "pump-action", "US"),
        DemoFirearm(12, "Winchester", "94", ".30-30 Winchester", "rifle", "lever-action", "US"),
        DemoFirearm(20, "Century Arms", "WASR-10", "7.62x39", "rifle", "semi-automatic", "RO"),
        DemoFirearm(15, "Anderson", "AM-15", "5.56x45", "rifle", "semi-automatic", "US"),
        DemoFirearm(12, "Hi-Point", "C9", "9 mm", "pistol", "semi-automatic", "US"),
        DemoFirearm(10, "Jennings", "J-22", ".22 LR", "pistol", "semi-automatic", "US"),
        DemoFirearm(35, "Beretta", "92 FS", "9 mm", "pistol", "semi-automatic", "IT"),
        DemoFirearm(15, "Beretta", "Px4 Storm", ".40 S&W", "pistol", "semi-automatic", "IT"),
        DemoFirearm(25, "Browning", "Hi-Power", "9 mm", "pistol", "semi-automatic", "BE"),
        DemoFirearm(30, "CZ", "75 B", "9 mm", "pistol", "semi-automatic", "CZ"),
        DemoFirearm(15, "CZ", "Scorpion EVO 3", "9 mm", "submachine-gun", "selective", "CZ"),
        DemoFirearm(20, "Canik", "TP9", "9 mm", "pistol", "semi-automatic", "TR"),
        DemoFirearm(15, "SIG Sauer", "P226", "9 mm", "pistol", "semi-automatic", "DE"),
        DemoFirearm(15, "Llama", "Max-I", ".45 ACP", "pistol", "semi-automatic", "ES"),
        DemoFirearm(10, "Star", "BM", "9 mm", "pistol", "semi-automatic", "ES"),
    ]
}
