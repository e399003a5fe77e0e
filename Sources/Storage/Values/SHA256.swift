import CSodium

/// The hash function of journal and blobs (FIPS 180-4), computed by libsodium.
public enum SHA256 {
    /// Number of bytes of a hash.
    public static let byteCount = 32

    /// The hash of all bytes at once.
    public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        if let hash = bytes.withContiguousStorageIfAvailable(hash(buffer:)) {
            return hash
        }
        return Array(bytes).withUnsafeBufferPointer(hash(buffer:))
    }

    private static func hash(buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { output, count in
            guard let address = output.baseAddress else { return }
            crypto_hash_sha256(address, buffer.baseAddress, UInt64(buffer.count))
            count = byteCount
        }
    }

    /// A hash computed piece by piece.
    public struct Stream {
        private var state = crypto_hash_sha256_state()

        /// A stream that has taken nothing yet.
        public init() {
            crypto_hash_sha256_init(&state)
        }

        /// Takes the next bytes.
        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            crypto_hash_sha256_update(
                &state,
                bytes.assumingMemoryBound(to: UInt8.self).baseAddress,
                UInt64(bytes.count)
            )
        }

        /// The hash of everything taken. The stream must not be used afterwards.
        public mutating func finish() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { output, count in
                guard let address = output.baseAddress else { return }
                crypto_hash_sha256_final(&state, address)
                count = SHA256.byteCount
            }
        }
    }
}
