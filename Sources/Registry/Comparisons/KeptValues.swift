import Dispatch

/// Values that take long to make, kept for those who ask again: the least recently used go first.
///
/// They are made one at a time on a thread of their own, so that computing never stalls those that answer requests. Who
/// asks for what is being made waits for it.
actor KeptValues<Key: Hashable & Sendable, Value: Sendable> {
    private struct Kept {
        var value: Task<Value, any Error>
        var cost = 0
        var lastUse = 0
    }

    private let largestCost: Int
    private let cost: @Sendable (Value) -> Int
    private let queue: DispatchQueue
    private var values: [Key: Kept] = [:]
    private var uses = 0

    /// - Parameters:
    ///   - largestCost: values are dropped while all together cost more.
    ///   - cost: what one costs, for example its points.
    init(label: String, largestCost: Int, cost: @escaping @Sendable (Value) -> Int) {
        self.largestCost = largestCost
        self.cost = cost
        queue = DispatchQueue(label: label)
    }

    /// The value of a key, made where it is not kept. What cannot be made is tried again by the next who asks.
    func value(_ key: Key, make: @escaping @Sendable () throws -> Value) async throws -> Value {
        uses += 1
        var kept = values[key] ?? Kept(value: begin(make))
        kept.lastUse = uses
        values[key] = kept
        do {
            let value = try await kept.value.value
            values[key]?.cost = cost(value)
            dropLeastUsed(but: key)
            return value
        } catch {
            values[key] = nil
            throw error
        }
    }

    private func begin(_ make: @escaping @Sendable () throws -> Value) -> Task<Value, any Error> {
        let queue = queue
        return Task {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try make() }) }
            }
        }
    }

    private func dropLeastUsed(but key: Key) {
        var total = values.values.reduce(0) { $0 + $1.cost }
        while total > largestCost {
            let others = values.filter { $0.key != key && $0.value.cost > 0 }
            guard let oldest = others.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
            total -= oldest.value.cost
            values[oldest.key] = nil
        }
    }
}
