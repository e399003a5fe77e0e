import Firearms
import Foundation

/// Measures the processor time that one line takes to be put into the terms of the reference table:
///
///     swift run -c release MeasureDescriptions [COUNT]
///
/// Lines are made of every make with some of its models, as they are and with a slip of the pen, with calibres, numbers
/// and words that name nothing. The same lines come on every run.
@main
struct MeasureDescriptions {
    static func main() {
        let count = Swift.CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000
        let lines = (0..<count).map(line)
        _ = NormalisedDescription(line: lines.first ?? "")
        var understood = 0
        let times = lines.map { line in
            let start = processorMilliseconds()
            understood += NormalisedDescription(line: line).make == nil ? 0 : 1
            return processorMilliseconds() - start
        }.sorted()
        func time(_ share: Double) -> String {
            String(format: "%.3f ms", times[min(times.count - 1, Int(Double(times.count) * share))])
        }
        print("\(count) lines, make recognised in \(understood): p50 \(time(0.5)), p99 \(time(0.99)), max \(time(1))")
    }

    /// Of this thread, so that other work on the machine does not count.
    private static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private static func line(_ number: Int) -> String {
        let table = ReferenceTable.standard
        let model = table.models[number &* 7_919 % table.models.count]
        var make = table.make(code: model.makeCode)?.name ?? ""
        if number % 3 == 0, make.count > 4 { make.remove(at: make.index(make.startIndex, offsetBy: 2)) }
        let calibre = table.calibres[number &* 104_729 % table.calibres.count].name
        let serial = "T\(number % 26)R?\(10_000 + number)"
        return [
            "\(make) \(model.name) cal \(calibre) serie \(serial) preta",
            "pistola marca \(make) modelo \(model.name) \(calibre), número de serie raspado, encontrada em um veículo",
            "\(make) \(model.name) NSR\(number) (Camara) e NSK\(number) (Ferrolho)",
            "arma sem marca visible, \(calibre), \(serial)",
        ][number % 4]
    }
}
