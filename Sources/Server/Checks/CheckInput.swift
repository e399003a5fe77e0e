import Firearms
import Registry

/// Reads a check from a JSON body. The purpose is required: there is no check without one.
enum CheckInput {
    /// - Returns: the check as far as it can be read, what cannot being noted in the body, and the rules it breaks.
    static func request(_ body: inout JSONBody) -> (check: CheckRequest, rules: [FieldFailure]) {
        let serial = body.requiredString("serial")
        let make = body.string("make")
        let model = body.string("model")
        let calibre = body.string("calibre")
        let type = body.code("type") { FirearmType($0) }
        let country = body.code("country") { Country($0) }
        let purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) }
        let place = body.string("place")
        let device = body.string("device")
        let operation = body.string("operation")
        let reference = body.string("reference")
        let check = CheckRequest(
            serial: serial, make: make, model: model, calibre: calibre, type: type, country: country,
            purpose: purpose ?? .identifyObjects, place: place, device: device, operation: operation,
            reference: reference
        )
        return (check, CheckService.failures(in: check))
    }
}
