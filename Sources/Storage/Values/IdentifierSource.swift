import Synchronization

/// Makes identifiers that sort in the order in which they were made.
///
/// RFC 9562, section 6.2, method 1: the 12 bits after the time are a counter. It starts at a random place in the lower
/// half of its range with each millisecond; when it overflows, or the clock goes back, the time of the last identifier
/// is kept and counted on.
final class IdentifierSource: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt64 = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Moment

    init(now: @escaping @Sendable () -> Moment = Moment.now) {
        self.now = now
    }

    func next() -> Identifier {
        let time = UInt64(clamping: now().milliseconds)
        var generator = SystemRandomNumberGenerator()
        let random = generator.next()
        let high = state.withLock { state in
            if time > state.milliseconds {
                state.milliseconds = time
                state.counter = generator.next() & 0x7FF
            } else if state.counter < 0xFFF {
                state.counter += 1
            } else {
                state.milliseconds += 1
                state.counter = generator.next() & 0x7FF
            }
            return state.milliseconds << 16 | 0x7000 | state.counter
        }
        return Identifier(high: high, low: random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The source of the whole process: the order holds only when there is one.
    static let process = IdentifierSource()
}

extension Identifier {
    /// A new identifier, greater than all that this process made before.
    public static func make() -> Identifier {
        IdentifierSource.process.next()
    }
}

extension ResultRow {
    /// The identifier stored in the column; throws `StorageError.Code.corrupt` when it has not 16 bytes.
    public func identifier(_ column: Int) throws -> Identifier {
        guard let identifier = Identifier(bytes: bytes(column)) else {
            throw StorageError(
                .corrupt,
                "Column \(column) holds no identifier of 16 bytes.",
                advice: "Check the statement's column order; if it is right, restore the latest backup."
            )
        }
        return identifier
    }

    /// The identifier stored in the column, nil when the column is null.
    public func optionalIdentifier(_ column: Int) throws -> Identifier? {
        isNull(column) ? nil : try identifier(column)
    }
}
