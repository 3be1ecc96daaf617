// Made by `cargo xtask gen` with uniffi from crates/binsign-mobile. Do not edit.

// swiftlint:disable all
import Foundation

// Depending on the consumer's build setup, the low-level FFI code
// might be in a separate module, or it might be compiled inline into
// this module. This is a bit of light hackery to work with both.
#if canImport(BinsignFFI)
import BinsignFFI
#endif

fileprivate extension RustBuffer {
    // Allocate a new buffer, copying the contents of a `UInt8` array.
    init(bytes: [UInt8]) {
        let rbuf = bytes.withUnsafeBufferPointer { ptr in
            RustBuffer.from(ptr)
        }
        self.init(capacity: rbuf.capacity, len: rbuf.len, data: rbuf.data)
    }

    static func empty() -> RustBuffer {
        RustBuffer(capacity: 0, len:0, data: nil)
    }

    static func from(_ ptr: UnsafeBufferPointer<UInt8>) -> RustBuffer {
        try! rustCall { ffi_binsign_mobile_rustbuffer_from_bytes(ForeignBytes(bufferPointer: ptr), $0) }
    }

    // Frees the buffer in place.
    // The buffer must not be used after this is called.
    func deallocate() {
        try! rustCall { ffi_binsign_mobile_rustbuffer_free(self, $0) }
    }
}

fileprivate extension ForeignBytes {
    init(bufferPointer: UnsafeBufferPointer<UInt8>) {
        self.init(len: Int32(bufferPointer.count), data: bufferPointer.baseAddress)
    }

    init(rawBufferPointer: UnsafeRawBufferPointer) {
        self.init(
            len: Int32(rawBufferPointer.count),
            data: rawBufferPointer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
    }
}

// Converter for `&[u8]` / `[ByRef] bytes` arguments.
//
// Conforms to `FfiConverter` so the compiler enforces the full converter
// method set. Only the scope-bound `lower(_:_body:)` overload is sound —
// zero-copy byte buffers only flow foreign -> Rust, and only in argument
// position. The four protocol-witness methods (`lift`, `lower`, `read`,
// `write`) `fatalError` at runtime if anyone reaches them.
//
// The scope-bound `lower` takes a closure because the `ForeignBytes`
// pointer is only guaranteed valid for the duration of
// `Data.withUnsafeBytes`. Callers must run the full FFI call inside
// the closure body.
fileprivate enum FfiConverterByRefBytes: FfiConverter {
    typealias SwiftType = Data
    typealias FfiType = ForeignBytes

    static func lower<R>(_ value: Data, _ body: (ForeignBytes) throws -> R) rethrows -> R {
        return try value.withUnsafeBytes { rawBuf in
            try body(ForeignBytes(rawBufferPointer: rawBuf))
        }
    }

    static func lower(_ value: Data) -> ForeignBytes {
        fatalError("ByRef bytes cannot use the plain lower: returning ForeignBytes escapes the Data.withUnsafeBytes scope. Use the scope-bound lower(_:_body:) overload instead.")
    }

    static func lift(_ value: ForeignBytes) throws -> Data {
        fatalError("ByRef bytes cannot be lifted: zero-copy &[u8] only flows foreign->Rust")
    }

    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Data {
        fatalError("ByRef bytes cannot be read from a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
    }

    static func write(_ value: Data, into buf: inout [UInt8]) {
        fatalError("ByRef bytes cannot be written to a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
    }
}

// For every type used in the interface, we provide helper methods for conveniently
// lifting and lowering that type from C-compatible data, and for reading and writing
// values of that type in a buffer.

// Helper classes/extensions that don't change.
// Someday, this will be in a library of its own.

fileprivate extension Data {
    init(rustBuffer: RustBuffer) {
        self.init(
            bytesNoCopy: rustBuffer.data!,
            count: Int(rustBuffer.len),
            deallocator: .none
        )
    }
}

// Define reader functionality.  Normally this would be defined in a class or
// struct, but we use standalone functions instead in order to make external
// types work.
//
// With external types, one swift source file needs to be able to call the read
// method on another source file's FfiConverter, but then what visibility
// should Reader have?
// - If Reader is fileprivate, then this means the read() must also
//   be fileprivate, which doesn't work with external types.
// - If Reader is internal/public, we'll get compile errors since both source
//   files will try define the same type.
//
// Instead, the read() method and these helper functions input a tuple of data

fileprivate func createReader(data: Data) -> (data: Data, offset: Data.Index) {
    (data: data, offset: 0)
}

// Reads an integer at the current offset, in big-endian order, and advances
// the offset on success. Throws if reading the integer would move the
// offset past the end of the buffer.
fileprivate func readInt<T: FixedWidthInteger>(_ reader: inout (data: Data, offset: Data.Index)) throws -> T {
    let range = reader.offset..<reader.offset + MemoryLayout<T>.size
    guard reader.data.count >= range.upperBound else {
        throw UniffiInternalError.bufferOverflow
    }
    if T.self == UInt8.self {
        let value = reader.data[reader.offset]
        reader.offset += 1
        return value as! T
    }
    var value: T = 0
    let _ = withUnsafeMutableBytes(of: &value, { reader.data.copyBytes(to: $0, from: range)})
    reader.offset = range.upperBound
    return value.bigEndian
}

// Reads an arbitrary number of bytes, to be used to read
// raw bytes, this is useful when lifting strings
fileprivate func readBytes(_ reader: inout (data: Data, offset: Data.Index), count: Int) throws -> Array<UInt8> {
    let range = reader.offset..<(reader.offset+count)
    guard reader.data.count >= range.upperBound else {
        throw UniffiInternalError.bufferOverflow
    }
    var value = [UInt8](repeating: 0, count: count)
    value.withUnsafeMutableBufferPointer({ buffer in
        reader.data.copyBytes(to: buffer, from: range)
    })
    reader.offset = range.upperBound
    return value
}

// Reads a float at the current offset.
fileprivate func readFloat(_ reader: inout (data: Data, offset: Data.Index)) throws -> Float {
    return Float(bitPattern: try readInt(&reader))
}

// Reads a float at the current offset.
fileprivate func readDouble(_ reader: inout (data: Data, offset: Data.Index)) throws -> Double {
    return Double(bitPattern: try readInt(&reader))
}

// Indicates if the offset has reached the end of the buffer.
fileprivate func hasRemaining(_ reader: (data: Data, offset: Data.Index)) -> Bool {
    return reader.offset < reader.data.count
}

// Define writer functionality.  Normally this would be defined in a class or
// struct, but we use standalone functions instead in order to make external
// types work.  See the above discussion on Readers for details.

fileprivate func createWriter() -> [UInt8] {
    return []
}

fileprivate func writeBytes<S>(_ writer: inout [UInt8], _ byteArr: S) where S: Sequence, S.Element == UInt8 {
    writer.append(contentsOf: byteArr)
}

// Writes an integer in big-endian order.
//
// Warning: make sure what you are trying to write
// is in the correct type!
fileprivate func writeInt<T: FixedWidthInteger>(_ writer: inout [UInt8], _ value: T) {
    var value = value.bigEndian
    withUnsafeBytes(of: &value) { writer.append(contentsOf: $0) }
}

fileprivate func writeFloat(_ writer: inout [UInt8], _ value: Float) {
    writeInt(&writer, value.bitPattern)
}

fileprivate func writeDouble(_ writer: inout [UInt8], _ value: Double) {
    writeInt(&writer, value.bitPattern)
}

// Protocol for types that transfer other types across the FFI. This is
// analogous to the Rust trait of the same name.
fileprivate protocol FfiConverter {
    associatedtype FfiType
    associatedtype SwiftType

    static func lift(_ value: FfiType) throws -> SwiftType
    static func lower(_ value: SwiftType) -> FfiType
    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType
    static func write(_ value: SwiftType, into buf: inout [UInt8])
}

// Types conforming to `Primitive` pass themselves directly over the FFI.
fileprivate protocol FfiConverterPrimitive: FfiConverter where FfiType == SwiftType { }

extension FfiConverterPrimitive {
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lift(_ value: FfiType) throws -> SwiftType {
        return value
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lower(_ value: SwiftType) -> FfiType {
        return value
    }
}

// Types conforming to `FfiConverterRustBuffer` lift and lower into a `RustBuffer`.
// Used for complex types where it's hard to write a custom lift/lower.
fileprivate protocol FfiConverterRustBuffer: FfiConverter where FfiType == RustBuffer {}

extension FfiConverterRustBuffer {
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lift(_ buf: RustBuffer) throws -> SwiftType {
        var reader = createReader(data: Data(rustBuffer: buf))
        let value = try read(from: &reader)
        if hasRemaining(reader) {
            throw UniffiInternalError.incompleteData
        }
        buf.deallocate()
        return value
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public static func lower(_ value: SwiftType) -> RustBuffer {
          var writer = createWriter()
          write(value, into: &writer)
          return RustBuffer(bytes: writer)
    }
}
// An error type for FFI errors. These errors occur at the UniFFI level, not
// the library level.
fileprivate enum UniffiInternalError: LocalizedError {
    case bufferOverflow
    case incompleteData
    case unexpectedOptionalTag
    case unexpectedEnumCase
    case unexpectedNullPointer
    case unexpectedRustCallStatusCode
    case unexpectedRustCallError
    case unexpectedStaleHandle
    case rustPanic(_ message: String)

    public var errorDescription: String? {
        switch self {
        case .bufferOverflow: return "Reading the requested value would read past the end of the buffer"
        case .incompleteData: return "The buffer still has data after lifting its containing value"
        case .unexpectedOptionalTag: return "Unexpected optional tag; should be 0 or 1"
        case .unexpectedEnumCase: return "Raw enum value doesn't match any cases"
        case .unexpectedNullPointer: return "Raw pointer value was null"
        case .unexpectedRustCallStatusCode: return "Unexpected RustCallStatus code"
        case .unexpectedRustCallError: return "CALL_ERROR but no errorClass specified"
        case .unexpectedStaleHandle: return "The object in the handle map has been dropped already"
        case let .rustPanic(message): return message
        }
    }
}

fileprivate extension NSLock {
    func withLock<T>(f: () throws -> T) rethrows -> T {
        self.lock()
        defer { self.unlock() }
        return try f()
    }
}

fileprivate let CALL_SUCCESS: Int8 = 0
fileprivate let CALL_ERROR: Int8 = 1
fileprivate let CALL_UNEXPECTED_ERROR: Int8 = 2
fileprivate let CALL_CANCELLED: Int8 = 3

fileprivate extension RustCallStatus {
    init() {
        self.init(
            code: CALL_SUCCESS,
            errorBuf: RustBuffer.init(
                capacity: 0,
                len: 0,
                data: nil
            )
        )
    }
}

private func rustCall<T>(_ callback: (UnsafeMutablePointer<RustCallStatus>) -> T) throws -> T {
    let neverThrow: ((RustBuffer) throws -> Never)? = nil
    return try makeRustCall(callback, errorHandler: neverThrow)
}

private func rustCallWithError<T, E: Swift.Error>(
    _ errorHandler: @escaping (RustBuffer) throws -> E,
    _ callback: (UnsafeMutablePointer<RustCallStatus>) -> T) throws -> T {
    try makeRustCall(callback, errorHandler: errorHandler)
}

private func makeRustCall<T, E: Swift.Error>(
    _ callback: (UnsafeMutablePointer<RustCallStatus>) -> T,
    errorHandler: ((RustBuffer) throws -> E)?
) throws -> T {
    uniffiEnsureBinsignMobileInitialized()
    var callStatus = RustCallStatus.init()
    let returnedVal = callback(&callStatus)
    try uniffiCheckCallStatus(callStatus: callStatus, errorHandler: errorHandler)
    return returnedVal
}

private func uniffiCheckCallStatus<E: Swift.Error>(
    callStatus: RustCallStatus,
    errorHandler: ((RustBuffer) throws -> E)?
) throws {
    switch callStatus.code {
        case CALL_SUCCESS:
            return

        case CALL_ERROR:
            if let errorHandler = errorHandler {
                throw try errorHandler(callStatus.errorBuf)
            } else {
                callStatus.errorBuf.deallocate()
                throw UniffiInternalError.unexpectedRustCallError
            }

        case CALL_UNEXPECTED_ERROR:
            // When the rust code sees a panic, it tries to construct a RustBuffer
            // with the message.  But if that code panics, then it just sends back
            // an empty buffer.
            if callStatus.errorBuf.len > 0 {
                throw UniffiInternalError.rustPanic(try FfiConverterString.lift(callStatus.errorBuf))
            } else {
                callStatus.errorBuf.deallocate()
                throw UniffiInternalError.rustPanic("Rust panic")
            }

        case CALL_CANCELLED:
            fatalError("Cancellation not supported yet")

        default:
            throw UniffiInternalError.unexpectedRustCallStatusCode
    }
}

private func uniffiTraitInterfaceCall<T>(
    callStatus: UnsafeMutablePointer<RustCallStatus>,
    makeCall: () throws -> T,
    writeReturn: (T) -> ()
) {
    do {
        try writeReturn(makeCall())
    } catch let error {
        callStatus.pointee.code = CALL_UNEXPECTED_ERROR
        callStatus.pointee.errorBuf = FfiConverterString.lower(String(describing: error))
    }
}

private func uniffiTraitInterfaceCallWithError<T, E>(
    callStatus: UnsafeMutablePointer<RustCallStatus>,
    makeCall: () throws -> T,
    writeReturn: (T) -> (),
    lowerError: (E) -> RustBuffer
) {
    do {
        try writeReturn(makeCall())
    } catch let error as E {
        callStatus.pointee.code = CALL_ERROR
        callStatus.pointee.errorBuf = lowerError(error)
    } catch {
        callStatus.pointee.code = CALL_UNEXPECTED_ERROR
        callStatus.pointee.errorBuf = FfiConverterString.lower(String(describing: error))
    }
}
// Initial value and increment amount for handles.
// These ensure that SWIFT handles always have the lowest bit set
fileprivate let UNIFFI_HANDLEMAP_INITIAL: UInt64 = 1
fileprivate let UNIFFI_HANDLEMAP_DELTA: UInt64 = 2

fileprivate final class UniffiHandleMap<T>: @unchecked Sendable {
    // All mutation happens with this lock held, which is why we implement @unchecked Sendable.
    private let lock = NSLock()
    private var map: [UInt64: T] = [:]
    private var currentHandle: UInt64 = UNIFFI_HANDLEMAP_INITIAL

    func insert(obj: T) -> UInt64 {
        lock.withLock {
            return doInsert(obj)
        }
    }

    // Low-level insert function, this assumes `lock` is held.
    private func doInsert(_ obj: T) -> UInt64 {
        let handle = currentHandle
        currentHandle += UNIFFI_HANDLEMAP_DELTA
        map[handle] = obj
        return handle
    }

     func get(handle: UInt64) throws -> T {
        try lock.withLock {
            guard let obj = map[handle] else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return obj
        }
    }

     func clone(handle: UInt64) throws -> UInt64 {
        try lock.withLock {
            guard let obj = map[handle] else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return doInsert(obj)
        }
    }

    @discardableResult
    func remove(handle: UInt64) throws -> T {
        try lock.withLock {
            guard let obj = map.removeValue(forKey: handle) else {
                throw UniffiInternalError.unexpectedStaleHandle
            }
            return obj
        }
    }

    var count: Int {
        get {
            map.count
        }
    }
}


// Public interface members begin here.


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterUInt16: FfiConverterPrimitive {
    typealias FfiType = UInt16
    typealias SwiftType = UInt16

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> UInt16 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterUInt32: FfiConverterPrimitive {
    typealias FfiType = UInt32
    typealias SwiftType = UInt32

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> UInt32 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterInt32: FfiConverterPrimitive {
    typealias FfiType = Int32
    typealias SwiftType = Int32

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Int32 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Int32, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterUInt64: FfiConverterPrimitive {
    typealias FfiType = UInt64
    typealias SwiftType = UInt64

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> UInt64 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterInt64: FfiConverterPrimitive {
    typealias FfiType = Int64
    typealias SwiftType = Int64

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Int64 {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Int64, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterFloat: FfiConverterPrimitive {
    typealias FfiType = Float
    typealias SwiftType = Float

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Float {
        return try lift(readFloat(&buf))
    }

    public static func write(_ value: Float, into buf: inout [UInt8]) {
        writeFloat(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterDouble: FfiConverterPrimitive {
    typealias FfiType = Double
    typealias SwiftType = Double

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Double {
        return try lift(readDouble(&buf))
    }

    public static func write(_ value: Double, into buf: inout [UInt8]) {
        writeDouble(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterBool : FfiConverter {
    typealias FfiType = Int8
    typealias SwiftType = Bool

    public static func lift(_ value: Int8) throws -> Bool {
        return value != 0
    }

    public static func lower(_ value: Bool) -> Int8 {
        return value ? 1 : 0
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Bool {
        return try lift(readInt(&buf))
    }

    public static func write(_ value: Bool, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterString: FfiConverter {
    typealias SwiftType = String
    typealias FfiType = RustBuffer

    public static func lift(_ value: RustBuffer) throws -> String {
        defer {
            value.deallocate()
        }
        if value.data == nil {
            return String()
        }
        let bytes = UnsafeBufferPointer<UInt8>(start: value.data!, count: Int(value.len))
        // Use Swift's native UTF-8 decoder; `String(bytes:encoding:.utf8)` goes
        // through Foundation's NSString and silently strips a leading U+FEFF BOM.
        // Invalid UTF-8 substitutes U+FFFD instead of trapping (unreachable
        // given Rust's `String` invariant).
        return String(decoding: bytes, as: UTF8.self)
    }

    public static func lower(_ value: String) -> RustBuffer {
        return value.utf8CString.withUnsafeBufferPointer { ptr in
            // The swift string gives us int8_t, we want uint8_t.
            ptr.withMemoryRebound(to: UInt8.self) { ptr in
                // The swift string gives us a trailing null byte, we don't want it.
                let buf = UnsafeBufferPointer(rebasing: ptr.prefix(upTo: ptr.count - 1))
                return RustBuffer.from(buf)
            }
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> String {
        let len: Int32 = try readInt(&buf)
        // See `lift` above for why we avoid Foundation's NSString-backed decoder here.
        return String(decoding: try readBytes(&buf, count: Int(len)), as: UTF8.self)
    }

    public static func write(_ value: String, into buf: inout [UInt8]) {
        let len = Int32(value.utf8.count)
        writeInt(&buf, len)
        writeBytes(&buf, value.utf8)
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterData: FfiConverterRustBuffer {
    typealias SwiftType = Data

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Data {
        let len: Int32 = try readInt(&buf)
        return Data(try readBytes(&buf, count: Int(len)))
    }

    public static func write(_ value: Data, into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        writeBytes(&buf, value)
    }
}




/**
 * The API key and the type of a key whose secret is elsewhere: in Android's Keystore, in a Secure Enclave, in a service.
 */
public protocol ExternalKeyProtocol: AnyObject, Sendable {

    /**
     * Has the gate decide on the call, and begins to sign it.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    func begin(call: Call, circumstances: Circumstances) throws  -> PendingRequest

    /**
     * How the key signs.
     */
    func keyType()  -> KeyType

}
/**
 * The API key and the type of a key whose secret is elsewhere: in Android's Keystore, in a Secure Enclave, in a service.
 */
open class ExternalKey: ExternalKeyProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_externalkey(self.handle, $0) }
    }
    /**
     * A key of which no more is known than its type: its signatures are taken as they come.
     *
     * # Errors
     * `API_KEY_MALFORMED`.
     */
public convenience init(apiKey: String, keyType: KeyType, `guard`: Guard)throws  {
    let handle =
        try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_constructor_externalkey_new(
        FfiConverterString.lower(apiKey),
        FfiConverterTypeKeyType_lower(keyType),
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
}
    self.init(unsafeFromHandle: handle)
}

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_externalkey(handle, $0) }
    }


    /**
     * The same for a public key in DER (`SubjectPublicKeyInfo`).
     *
     * # Errors
     * Those of [`with_public_pem`](Self::with_public_pem).
     */
public static func withPublicDer(apiKey: String, publicKey: Data, `guard`: Guard)throws  -> ExternalKey  {
    return try  FfiConverterTypeExternalKey_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(publicKey) { publicKeyFb in
    uniffi_binsign_mobile_fn_constructor_externalkey_with_public_der(
        FfiConverterString.lower(apiKey),
        publicKeyFb,
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
        }
})
}

    /**
     * A key whose public half is known, in PEM: its signatures are verified before they go out.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like for what is no such key.
     */
public static func withPublicPem(apiKey: String, publicKey: Data, `guard`: Guard)throws  -> ExternalKey  {
    return try  FfiConverterTypeExternalKey_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(publicKey) { publicKeyFb in
    uniffi_binsign_mobile_fn_constructor_externalkey_with_public_pem(
        FfiConverterString.lower(apiKey),
        publicKeyFb,
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
        }
})
}



    /**
     * Has the gate decide on the call, and begins to sign it.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
open func begin(call: Call, circumstances: Circumstances)throws  -> PendingRequest  {
    return try  FfiConverterTypePendingRequest_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_externalkey_begin(
            self.uniffiCloneHandle(),
        FfiConverterTypeCall_lower(call),
        FfiConverterTypeCircumstances_lower(circumstances),uniffiCallStatus
    )
})
}

    /**
     * How the key signs.
     */
open func keyType() -> KeyType  {
    return try!  FfiConverterTypeKeyType_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_externalkey_key_type(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_externalkey_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_externalkey_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeExternalKey: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = ExternalKey

    public static func lift(_ handle: UInt64) throws -> ExternalKey {
        return ExternalKey(unsafeFromHandle: handle)
    }

    public static func lower(_ value: ExternalKey) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> ExternalKey {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: ExternalKey, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeExternalKey_lift(_ handle: UInt64) throws -> ExternalKey {
    return try FfiConverterTypeExternalKey.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeExternalKey_lower(_ value: ExternalKey) -> UInt64 {
    return FfiConverterTypeExternalKey.lower(value)
}






/**
 * Decides on calls: by a policy with its state, or by the catalogue of documented routes alone. Threads may share it.
 */
public protocol GuardProtocol: AnyObject, Sendable {

    /**
     * What the gate would decide on the call; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    func check(call: Call, circumstances: Circumstances) throws

    /**
     * The owner has looked at why the key was suspended, and lifts it.
     */
    func clear()

    /**
     * Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests, where there is nothing to decide on.
     */
    func explain(call: Call, circumstances: Circumstances) throws  -> [String]

    /**
     * The state of the key; active where there is no policy.
     */
    func keyState()  -> KeyState

    /**
     * Learns from the answer to a request that this guard allowed: the status of HTTP (0 for a message of the WebSocket
     * API or where no answer came), the headers, the body; `now_ms` is when it came, now where nothing is said.
     *
     * Nothing where there is no policy.
     */
    func observe(request: SignedRequest, status: UInt16, headers: [Header], body: Data, nowMs: Int64?)  -> Observed?

    /**
     * Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in
     * ms since 1970.
     */
    func observeTime(sentMs: Int64, receivedMs: Int64, serverMs: Int64)

    /**
     * What is known without an answer.
     */
    func observed(clock: Clock)  -> Observed?

    /**
     * Nothing is ever signed again.
     */
    func revoke()

    /**
     * The state as bytes; nothing where there is no policy.
     */
    func save()  -> SavedState?

    /**
     * Nothing is signed until [`clear`](Self::clear).
     */
    func suspend(reason: Int32)

    /**
     * Tells what the exchange says of the key.
     */
    func tell(info: KeyInfo)

    /**
     * The agreement has ended: nothing is ever signed again.
     */
    func terminate()

    /**
     * What the exchange said of the key last, where it was told.
     */
    func told()  -> KeyInfo?

}
/**
 * Decides on calls: by a policy with its state, or by the catalogue of documented routes alone. Threads may share it.
 */
open class Guard: GuardProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_guard(self.handle, $0) }
    }
    /**
     * A guard by a policy, for an application, with a state that was saved; without a policy it allows every documented
     * route.
     *
     * # Errors
     * `STATE_MALFORMED`, `STATE_ROLLED_BACK`, `POLICY_ROLLED_BACK`.
     */
public convenience init(policy: Policy?, app: String?, state: SavedState?)throws  {
    let handle =
        try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_constructor_guard_new(
        FfiConverterOptionTypePolicy.lower(policy),
        FfiConverterOptionString.lower(app),
        FfiConverterOptionTypeSavedState.lower(state),uniffiCallStatus
    )
}
    self.init(unsafeFromHandle: handle)
}

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_guard(handle, $0) }
    }




    /**
     * What the gate would decide on the call; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
open func check(call: Call, circumstances: Circumstances)throws   {try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_check(
            self.uniffiCloneHandle(),
        FfiConverterTypeCall_lower(call),
        FfiConverterTypeCircumstances_lower(circumstances),uniffiCallStatus
    )
}
}

    /**
     * The owner has looked at why the key was suspended, and lifts it.
     */
open func clear()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_clear(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests, where there is nothing to decide on.
     */
open func explain(call: Call, circumstances: Circumstances)throws  -> [String]  {
    return try  FfiConverterSequenceString.lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_explain(
            self.uniffiCloneHandle(),
        FfiConverterTypeCall_lower(call),
        FfiConverterTypeCircumstances_lower(circumstances),uniffiCallStatus
    )
})
}

    /**
     * The state of the key; active where there is no policy.
     */
open func keyState() -> KeyState  {
    return try!  FfiConverterTypeKeyState_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_key_state(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * Learns from the answer to a request that this guard allowed: the status of HTTP (0 for a message of the WebSocket
     * API or where no answer came), the headers, the body; `now_ms` is when it came, now where nothing is said.
     *
     * Nothing where there is no policy.
     */
open func observe(request: SignedRequest, status: UInt16, headers: [Header], body: Data, nowMs: Int64?) -> Observed?  {
    return try!  FfiConverterOptionTypeObserved.lift(try! rustCall() {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(body) { bodyFb in
    uniffi_binsign_mobile_fn_method_guard_observe(
            self.uniffiCloneHandle(),
        FfiConverterTypeSignedRequest_lower(request),
        FfiConverterUInt16.lower(status),
        FfiConverterSequenceTypeHeader.lower(headers),
        bodyFb,
        FfiConverterOptionInt64.lower(nowMs),uniffiCallStatus
    )
        }
})
}

    /**
     * Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in
     * ms since 1970.
     */
open func observeTime(sentMs: Int64, receivedMs: Int64, serverMs: Int64)  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_observe_time(
            self.uniffiCloneHandle(),
        FfiConverterInt64.lower(sentMs),
        FfiConverterInt64.lower(receivedMs),
        FfiConverterInt64.lower(serverMs),uniffiCallStatus
    )
}
}

    /**
     * What is known without an answer.
     */
open func observed(clock: Clock) -> Observed?  {
    return try!  FfiConverterOptionTypeObserved.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_observed(
            self.uniffiCloneHandle(),
        FfiConverterTypeClock_lower(clock),uniffiCallStatus
    )
})
}

    /**
     * Nothing is ever signed again.
     */
open func revoke()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_revoke(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * The state as bytes; nothing where there is no policy.
     */
open func save() -> SavedState?  {
    return try!  FfiConverterOptionTypeSavedState.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_save(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * Nothing is signed until [`clear`](Self::clear).
     */
open func suspend(reason: Int32)  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_suspend(
            self.uniffiCloneHandle(),
        FfiConverterInt32.lower(reason),uniffiCallStatus
    )
}
}

    /**
     * Tells what the exchange says of the key.
     */
open func tell(info: KeyInfo)  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_tell(
            self.uniffiCloneHandle(),
        FfiConverterTypeKeyInfo_lower(info),uniffiCallStatus
    )
}
}

    /**
     * The agreement has ended: nothing is ever signed again.
     */
open func terminate()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_terminate(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * What the exchange said of the key last, where it was told.
     */
open func told() -> KeyInfo?  {
    return try!  FfiConverterOptionTypeKeyInfo.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_told(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_guard_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeGuard: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = Guard

    public static func lift(_ handle: UInt64) throws -> Guard {
        return Guard(unsafeFromHandle: handle)
    }

    public static func lower(_ value: Guard) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Guard {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: Guard, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeGuard_lift(_ handle: UInt64) throws -> Guard {
    return try FfiConverterTypeGuard.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeGuard_lower(_ value: Guard) -> UInt64 {
    return FfiConverterTypeGuard.lower(value)
}






/**
 * What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
 */
public protocol KeyInfoProtocol: AnyObject, Sendable {

    /**
     * When the key was created, in ms since 1970.
     */
    func createTimeMs()  -> Int64?

    /**
     * What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is
     * needed (where nothing is said, what is granted), now where no time is given. An answer older than `max_age_ms`
     * is a finding, too.
     *
     * # Errors
     * `VALUE_TYPE` for a permission that is none.
     */
    func findings(needed: [String]?, declared: Declared, nowMs: Int64?, maxAgeMs: Int64?) throws  -> [Finding]

    /**
     * Whether the answer grants something that binsign does not know.
     */
    func hasUnknownGrant()  -> Bool

    /**
     * Whether the exchange takes the key from trusted addresses only.
     */
    func isIpRestricted()  -> Bool

    /**
     * What is granted, the worst first, as `apiRestrictions` names it.
     */
    func permissions()  -> [String]

    /**
     * When the answer came, in ms since 1970.
     */
    func receivedMs()  -> Int64

    /**
     * When trading on Spot and margin expires, in ms since 1970; only old answers have it.
     */
    func tradingExpiresMs()  -> Int64?

}
/**
 * What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
 */
open class KeyInfo: KeyInfoProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_keyinfo(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_keyinfo(handle, $0) }
    }


    /**
     * Reads the body of an answer that came at `received_ms` (ms since 1970), now where nothing is said.
     *
     * # Errors
     * `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`.
     */
public static func fromJson(body: Data, receivedMs: Int64?)throws  -> KeyInfo  {
    return try  FfiConverterTypeKeyInfo_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(body) { bodyFb in
    uniffi_binsign_mobile_fn_constructor_keyinfo_from_json(
        bodyFb,
        FfiConverterOptionInt64.lower(receivedMs),uniffiCallStatus
    )
        }
})
}



    /**
     * When the key was created, in ms since 1970.
     */
open func createTimeMs() -> Int64?  {
    return try!  FfiConverterOptionInt64.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_create_time_ms(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is
     * needed (where nothing is said, what is granted), now where no time is given. An answer older than `max_age_ms`
     * is a finding, too.
     *
     * # Errors
     * `VALUE_TYPE` for a permission that is none.
     */
open func findings(needed: [String]?, declared: Declared, nowMs: Int64?, maxAgeMs: Int64?)throws  -> [Finding]  {
    return try  FfiConverterSequenceTypeFinding.lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_findings(
            self.uniffiCloneHandle(),
        FfiConverterOptionSequenceString.lower(needed),
        FfiConverterTypeDeclared_lower(declared),
        FfiConverterOptionInt64.lower(nowMs),
        FfiConverterOptionInt64.lower(maxAgeMs),uniffiCallStatus
    )
})
}

    /**
     * Whether the answer grants something that binsign does not know.
     */
open func hasUnknownGrant() -> Bool  {
    return try!  FfiConverterBool.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_has_unknown_grant(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * Whether the exchange takes the key from trusted addresses only.
     */
open func isIpRestricted() -> Bool  {
    return try!  FfiConverterBool.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_is_ip_restricted(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * What is granted, the worst first, as `apiRestrictions` names it.
     */
open func permissions() -> [String]  {
    return try!  FfiConverterSequenceString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_permissions(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * When the answer came, in ms since 1970.
     */
open func receivedMs() -> Int64  {
    return try!  FfiConverterInt64.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_received_ms(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * When trading on Spot and margin expires, in ms since 1970; only old answers have it.
     */
open func tradingExpiresMs() -> Int64?  {
    return try!  FfiConverterOptionInt64.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_trading_expires_ms(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_keyinfo_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeKeyInfo: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = KeyInfo

    public static func lift(_ handle: UInt64) throws -> KeyInfo {
        return KeyInfo(unsafeFromHandle: handle)
    }

    public static func lower(_ value: KeyInfo) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> KeyInfo {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: KeyInfo, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyInfo_lift(_ handle: UInt64) throws -> KeyInfo {
    return try FfiConverterTypeKeyInfo.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyInfo_lower(_ value: KeyInfo) -> UInt64 {
    return FfiConverterTypeKeyInfo.lower(value)
}






/**
 * A request with a verdict that waits for its signature.
 */
public protocol PendingRequestProtocol: AnyObject, Sendable {

    /**
     * Gives the request up, and wipes it. A second time does nothing.
     */
    func dropUnsigned()

    /**
     * Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA;
     * none where none is needed. The request is used up, whatever comes of it.
     *
     * # Errors
     * `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time.
     */
    func finish(signature: Data) throws  -> SignedRequest

    /**
     * What is to be signed; nothing where the request needs no signature.
     *
     * # Errors
     * `HANDLE_USED_UP` after [`finish`](Self::finish).
     */
    func payload() throws  -> Data?

}
/**
 * A request with a verdict that waits for its signature.
 */
open class PendingRequest: PendingRequestProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_pendingrequest(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_pendingrequest(handle, $0) }
    }




    /**
     * Gives the request up, and wipes it. A second time does nothing.
     */
open func dropUnsigned()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_pendingrequest_drop_unsigned(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA;
     * none where none is needed. The request is used up, whatever comes of it.
     *
     * # Errors
     * `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time.
     */
open func finish(signature: Data)throws  -> SignedRequest  {
    return try  FfiConverterTypeSignedRequest_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(signature) { signatureFb in
    uniffi_binsign_mobile_fn_method_pendingrequest_finish(
            self.uniffiCloneHandle(),
        signatureFb,uniffiCallStatus
    )
        }
})
}

    /**
     * What is to be signed; nothing where the request needs no signature.
     *
     * # Errors
     * `HANDLE_USED_UP` after [`finish`](Self::finish).
     */
open func payload()throws  -> Data?  {
    return try  FfiConverterOptionData.lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_pendingrequest_payload(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_pendingrequest_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_pendingrequest_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePendingRequest: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = PendingRequest

    public static func lift(_ handle: UInt64) throws -> PendingRequest {
        return PendingRequest(unsafeFromHandle: handle)
    }

    public static func lower(_ value: PendingRequest) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> PendingRequest {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: PendingRequest, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePendingRequest_lift(_ handle: UInt64) throws -> PendingRequest {
    return try FfiConverterTypePendingRequest.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePendingRequest_lower(_ value: PendingRequest) -> UInt64 {
    return FfiConverterTypePendingRequest.lower(value)
}






/**
 * What one application may do with one key, as `docs/policy.md` has it: compiled, and read in place.
 */
public protocol PolicyProtocol: AnyObject, Sendable {

    /**
     * The one application it is for, where it is for one.
     */
    func app()  -> String?

    /**
     * The compiled form, without the owner's signature.
     */
    func bytes()  -> Data

    /**
     * The name.
     */
    func name()  -> String

    /**
     * What the key needs, as `apiRestrictions` names it.
     */
    func permissions()  -> [String]

    /**
     * What it is for.
     */
    func purpose()  -> String

    /**
     * The SHA-256 of the compiled form: what tells two policies apart.
     */
    func sha256()  -> Data

    /**
     * The policy as text.
     *
     * # Errors
     * None: what was compiled can be printed.
     */
    func toml() throws  -> String

    /**
     * The version, which rises with every change.
     */
    func version()  -> UInt32

}
/**
 * What one application may do with one key, as `docs/policy.md` has it: compiled, and read in place.
 */
open class Policy: PolicyProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_policy(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_policy(handle, $0) }
    }


    /**
     * Takes a compiled policy that nobody has signed.
     *
     * # Errors
     * `POLICY_MALFORMED`.
     */
public static func compiled(bytes: Data)throws  -> Policy  {
    return try  FfiConverterTypePolicy_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(bytes) { bytesFb in
    uniffi_binsign_mobile_fn_constructor_policy_compiled(
        bytesFb,uniffiCallStatus
    )
        }
})
}

    /**
     * Compiles the text of a policy (TOML).
     *
     * # Errors
     * `POLICY_TEXT`, with line and column.
     */
public static func fromToml(text: String)throws  -> Policy  {
    return try  FfiConverterTypePolicy_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_constructor_policy_from_toml(
        FfiConverterString.lower(text),uniffiCallStatus
    )
})
}

    /**
     * Takes a compiled policy with the seal of its owner (HMAC-SHA-256), with whom this side shares a secret.
     *
     * # Errors
     * `POLICY_SIGNATURE`, `POLICY_MALFORMED`, `SECRET_MALFORMED`.
     */
public static func sealed(bytes: Data, secret: Data)throws  -> Policy  {
    return try  FfiConverterTypePolicy_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(bytes) { bytesFb in
        FfiConverterByRefBytes.lower(secret) { secretFb in
    uniffi_binsign_mobile_fn_constructor_policy_sealed(
        bytesFb,
        secretFb,uniffiCallStatus
    )
        }
        }
})
}

    /**
     * Takes a compiled policy with the signature of its owner, whose public key (Ed25519) is given in PEM.
     *
     * # Errors
     * `POLICY_SIGNATURE`, `POLICY_MALFORMED`, and those of a public key that is none.
     */
public static func signed(bytes: Data, owner: Data)throws  -> Policy  {
    return try  FfiConverterTypePolicy_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(bytes) { bytesFb in
        FfiConverterByRefBytes.lower(owner) { ownerFb in
    uniffi_binsign_mobile_fn_constructor_policy_signed(
        bytesFb,
        ownerFb,uniffiCallStatus
    )
        }
        }
})
}



    /**
     * The one application it is for, where it is for one.
     */
open func app() -> String?  {
    return try!  FfiConverterOptionString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_app(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * The compiled form, without the owner's signature.
     */
open func bytes() -> Data  {
    return try!  FfiConverterData.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_bytes(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * The name.
     */
open func name() -> String  {
    return try!  FfiConverterString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_name(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * What the key needs, as `apiRestrictions` names it.
     */
open func permissions() -> [String]  {
    return try!  FfiConverterSequenceString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_permissions(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * What it is for.
     */
open func purpose() -> String  {
    return try!  FfiConverterString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_purpose(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * The SHA-256 of the compiled form: what tells two policies apart.
     */
open func sha256() -> Data  {
    return try!  FfiConverterData.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_sha256(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * The policy as text.
     *
     * # Errors
     * None: what was compiled can be printed.
     */
open func toml()throws  -> String  {
    return try  FfiConverterString.lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_toml(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * The version, which rises with every change.
     */
open func version() -> UInt32  {
    return try!  FfiConverterUInt32.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_version(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_policy_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypePolicy: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = Policy

    public static func lift(_ handle: UInt64) throws -> Policy {
        return Policy(unsafeFromHandle: handle)
    }

    public static func lower(_ value: Policy) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Policy {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: Policy, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePolicy_lift(_ handle: UInt64) throws -> Policy {
    return try FfiConverterTypePolicy.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypePolicy_lower(_ value: Policy) -> UInt64 {
    return FfiConverterTypePolicy.lower(value)
}






/**
 * What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
 *
 * Signing from several threads at once is fine.
 */
public protocol SignerProtocol: AnyObject, Sendable {

    /**
     * How the key signs.
     */
    func keyType()  -> KeyType

    /**
     * Takes the key out of use for good, and wipes it.
     */
    func revoke()

    /**
     * Has the gate decide on the call, and signs it.
     *
     * # Errors
     * Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
     */
    func sign(call: Call, circumstances: Circumstances) throws  -> SignedRequest

    /**
     * The agreement has ended: the key is out of use for good, and wiped.
     */
    func terminate()

    /**
     * Wipes the key now; the handle signs nothing from here on. A second time does nothing.
     */
    func wipe()

}
/**
 * What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
 *
 * Signing from several threads at once is fine.
 */
open class Signer: SignerProtocol, @unchecked Sendable, CustomDebugStringConvertible, CustomStringConvertible {
    fileprivate let handle: UInt64

    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }

    // TODO: We'd like this to be `private` but for Swifty reasons,
    // we can't implement `FfiConverter` without making this `required` and we can't
    // make it `required` without making it `public`.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    required public init(unsafeFromHandle handle: UInt64) {
        self.handle = handle
    }

    // This constructor can be used to instantiate a fake object.
    // - Parameter noHandle: Placeholder value so we can have a constructor separate from the default empty one that may be implemented for classes extending [FFIObject].
    //
    // - Warning:
    //     Any object instantiated with this constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI lower functions will crash.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public init(noHandle: NoHandle) {
        self.handle = 0
    }

#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public func uniffiCloneHandle() -> UInt64 {
        return try! rustCall { uniffi_binsign_mobile_fn_clone_signer(self.handle, $0) }
    }
    // No primary constructor declared for this class.

    deinit {
        if handle == 0 {
            // Mock objects have handle=0 don't try to free them
            return
        }

        try! rustCall { uniffi_binsign_mobile_fn_free_signer(handle, $0) }
    }


    /**
     * The same for a private key that is encrypted; for one that is not, the passphrase is not looked at.
     *
     * # Errors
     * Those of [`pem`](Self::pem); `KEY_PASSPHRASE_WRONG`, `KEY_ENCRYPTION_OLD`, `KEY_ENCRYPTION_COSTLY`.
     */
public static func encryptedPem(apiKey: String, pem: Data, passphrase: Data, `guard`: Guard)throws  -> Signer  {
    return try  FfiConverterTypeSigner_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(pem) { pemFb in
        FfiConverterByRefBytes.lower(passphrase) { passphraseFb in
    uniffi_binsign_mobile_fn_constructor_signer_encrypted_pem(
        FfiConverterString.lower(apiKey),
        pemFb,
        passphraseFb,
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
        }
        }
})
}

    /**
     * Takes an API key and the HMAC secret that Binance showed with it.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
     */
public static func hmac(apiKey: String, secret: Data, `guard`: Guard)throws  -> Signer  {
    return try  FfiConverterTypeSigner_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(secret) { secretFb in
    uniffi_binsign_mobile_fn_constructor_signer_hmac(
        FfiConverterString.lower(apiKey),
        secretFb,
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
        }
})
}

    /**
     * Takes an API key and the private key, in PEM, whose public half was registered with it.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`, and `KEY_IS_PUBLIC` and the like
     * for what is no such key.
     */
public static func pem(apiKey: String, pem: Data, `guard`: Guard)throws  -> Signer  {
    return try  FfiConverterTypeSigner_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
        FfiConverterByRefBytes.lower(pem) { pemFb in
    uniffi_binsign_mobile_fn_constructor_signer_pem(
        FfiConverterString.lower(apiKey),
        pemFb,
        FfiConverterTypeGuard_lower(`guard`),uniffiCallStatus
    )
        }
})
}



    /**
     * How the key signs.
     */
open func keyType() -> KeyType  {
    return try!  FfiConverterTypeKeyType_lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_key_type(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
})
}

    /**
     * Takes the key out of use for good, and wipes it.
     */
open func revoke()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_revoke(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * Has the gate decide on the call, and signs it.
     *
     * # Errors
     * Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
     */
open func sign(call: Call, circumstances: Circumstances)throws  -> SignedRequest  {
    return try  FfiConverterTypeSignedRequest_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_sign(
            self.uniffiCloneHandle(),
        FfiConverterTypeCall_lower(call),
        FfiConverterTypeCircumstances_lower(circumstances),uniffiCallStatus
    )
})
}

    /**
     * The agreement has ended: the key is out of use for good, and wiped.
     */
open func terminate()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_terminate(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}

    /**
     * Wipes the key now; the handle signs nothing from here on. A second time does nothing.
     */
open func wipe()  {try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_wipe(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
}



// The local Rust `Debug` implementation.
public var debugDescription: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_uniffi_trait_debug(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signer_uniffi_trait_display(
            self.uniffiCloneHandle(),uniffiCallStatus
    )
}
    )
}
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSigner: FfiConverter {
    typealias FfiType = UInt64
    typealias SwiftType = Signer

    public static func lift(_ handle: UInt64) throws -> Signer {
        return Signer(unsafeFromHandle: handle)
    }

    public static func lower(_ value: Signer) -> UInt64 {
        return value.uniffiCloneHandle()
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Signer {
        let handle: UInt64 = try readInt(&buf)
        return try lift(handle)
    }

    public static func write(_ value: Signer, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSigner_lift(_ handle: UInt64) throws -> Signer {
    return try FfiConverterTypeSigner.lift(handle)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSigner_lower(_ value: Signer) -> UInt64 {
    return FfiConverterTypeSigner.lower(value)
}




/**
 * What is true of one call alone.
 */
public struct Circumstances: Equatable, Hashable, CustomStringConvertible {
    /**
     * What the clock says.
     */
    public let clock: Clock
    /**
     * The approval of a second person, where there is one.
     */
    public let approval: Data?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What the clock says.
         */clock: Clock,
        /**
         * The approval of a second person, where there is one.
         */approval: Data?) {
        self.clock = clock
        self.approval = approval
    }




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_circumstances_uniffi_trait_display(
            FfiConverterTypeCircumstances_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension Circumstances: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeCircumstances: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Circumstances {
        return
            try Circumstances(
                clock: FfiConverterTypeClock.read(from: &buf),
                approval: FfiConverterOptionData.read(from: &buf)
        )
    }

    public static func write(_ value: Circumstances, into buf: inout [UInt8]) {
        FfiConverterTypeClock.write(value.clock, into: &buf)
        FfiConverterOptionData.write(value.approval, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCircumstances_lift(_ buf: RustBuffer) throws -> Circumstances {
    return try FfiConverterTypeCircumstances.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCircumstances_lower(_ value: Circumstances) -> RustBuffer {
    return FfiConverterTypeCircumstances.lower(value)
}


/**
 * What the owner of a key knows of it and the exchange does not say.
 */
public struct Declared: Equatable, Hashable {
    /**
     * How the key signs.
     */
    public let keyType: KeyType?
    /**
     * The trusted addresses, as they stand at the exchange.
     */
    public let addresses: [String]?
    /**
     * Whether the key belongs to a sub-account.
     */
    public let isOfSubAccount: Bool
    /**
     * Whether the account is in portfolio margin mode, where that is known.
     */
    public let isPortfolioMargin: Bool?
    /**
     * When the futures account was opened, in ms since 1970.
     */
    public let futuresOpenedMs: Int64?
    /**
     * When portfolio margin was activated, in ms since 1970.
     */
    public let portfolioMarginActivatedMs: Int64?
    /**
     * When the key was created, in ms since 1970.
     */
    public let createdMs: Int64?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * How the key signs.
         */keyType: KeyType?,
        /**
         * The trusted addresses, as they stand at the exchange.
         */addresses: [String]?,
        /**
         * Whether the key belongs to a sub-account.
         */isOfSubAccount: Bool,
        /**
         * Whether the account is in portfolio margin mode, where that is known.
         */isPortfolioMargin: Bool?,
        /**
         * When the futures account was opened, in ms since 1970.
         */futuresOpenedMs: Int64?,
        /**
         * When portfolio margin was activated, in ms since 1970.
         */portfolioMarginActivatedMs: Int64?,
        /**
         * When the key was created, in ms since 1970.
         */createdMs: Int64?) {
        self.keyType = keyType
        self.addresses = addresses
        self.isOfSubAccount = isOfSubAccount
        self.isPortfolioMargin = isPortfolioMargin
        self.futuresOpenedMs = futuresOpenedMs
        self.portfolioMarginActivatedMs = portfolioMarginActivatedMs
        self.createdMs = createdMs
    }




}

#if compiler(>=6)
extension Declared: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDeclared: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Declared {
        return
            try Declared(
                keyType: FfiConverterOptionTypeKeyType.read(from: &buf),
                addresses: FfiConverterOptionSequenceString.read(from: &buf),
                isOfSubAccount: FfiConverterBool.read(from: &buf),
                isPortfolioMargin: FfiConverterOptionBool.read(from: &buf),
                futuresOpenedMs: FfiConverterOptionInt64.read(from: &buf),
                portfolioMarginActivatedMs: FfiConverterOptionInt64.read(from: &buf),
                createdMs: FfiConverterOptionInt64.read(from: &buf)
        )
    }

    public static func write(_ value: Declared, into buf: inout [UInt8]) {
        FfiConverterOptionTypeKeyType.write(value.keyType, into: &buf)
        FfiConverterOptionSequenceString.write(value.addresses, into: &buf)
        FfiConverterBool.write(value.isOfSubAccount, into: &buf)
        FfiConverterOptionBool.write(value.isPortfolioMargin, into: &buf)
        FfiConverterOptionInt64.write(value.futuresOpenedMs, into: &buf)
        FfiConverterOptionInt64.write(value.portfolioMarginActivatedMs, into: &buf)
        FfiConverterOptionInt64.write(value.createdMs, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDeclared_lift(_ buf: RustBuffer) throws -> Declared {
    return try FfiConverterTypeDeclared.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeDeclared_lower(_ value: Declared) -> RustBuffer {
    return FfiConverterTypeDeclared.lower(value)
}


/**
 * One thing that is wrong with a key.
 */
public struct Finding: Equatable, Hashable {
    /**
     * Its stable name, in capitals.
     */
    public let kind: String
    /**
     * How much it weighs.
     */
    public let severity: Severity
    /**
     * The clause of the API Service Terms behind it.
     */
    public let clause: String
    /**
     * The permission it is about, where it is about one.
     */
    public let permission: String?
    /**
     * What is wrong and what to do.
     */
    public let explanation: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * Its stable name, in capitals.
         */kind: String,
        /**
         * How much it weighs.
         */severity: Severity,
        /**
         * The clause of the API Service Terms behind it.
         */clause: String,
        /**
         * The permission it is about, where it is about one.
         */permission: String?,
        /**
         * What is wrong and what to do.
         */explanation: String) {
        self.kind = kind
        self.severity = severity
        self.clause = clause
        self.permission = permission
        self.explanation = explanation
    }




}

#if compiler(>=6)
extension Finding: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFinding: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Finding {
        return
            try Finding(
                kind: FfiConverterString.read(from: &buf),
                severity: FfiConverterTypeSeverity.read(from: &buf),
                clause: FfiConverterString.read(from: &buf),
                permission: FfiConverterOptionString.read(from: &buf),
                explanation: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Finding, into buf: inout [UInt8]) {
        FfiConverterString.write(value.kind, into: &buf)
        FfiConverterTypeSeverity.write(value.severity, into: &buf)
        FfiConverterString.write(value.clause, into: &buf)
        FfiConverterOptionString.write(value.permission, into: &buf)
        FfiConverterString.write(value.explanation, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFinding_lift(_ buf: RustBuffer) throws -> Finding {
    return try FfiConverterTypeFinding.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFinding_lower(_ value: Finding) -> RustBuffer {
    return FfiConverterTypeFinding.lower(value)
}


/**
 * A header of HTTP.
 */
public struct Header: Equatable, Hashable, CustomStringConvertible {
    /**
     * `X-MBX-APIKEY`, `X-MBX-TIME-UNIT` or `Content-Type`.
     */
    public let name: String
    /**
     * What to send.
     */
    public let value: String

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * `X-MBX-APIKEY`, `X-MBX-TIME-UNIT` or `Content-Type`.
         */name: String,
        /**
         * What to send.
         */value: String) {
        self.name = name
        self.value = value
    }




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_header_uniffi_trait_display(
            FfiConverterTypeHeader_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension Header: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeHeader: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Header {
        return
            try Header(
                name: FfiConverterString.read(from: &buf),
                value: FfiConverterString.read(from: &buf)
        )
    }

    public static func write(_ value: Header, into buf: inout [UInt8]) {
        FfiConverterString.write(value.name, into: &buf)
        FfiConverterString.write(value.value, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeHeader_lift(_ buf: RustBuffer) throws -> Header {
    return try FfiConverterTypeHeader.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeHeader_lower(_ value: Header) -> RustBuffer {
    return FfiConverterTypeHeader.lower(value)
}


/**
 * What is known after an answer.
 */
public struct Observed: Equatable, Hashable {
    /**
     * The state of the key.
     */
    public let keyState: KeyState
    /**
     * How far the exchange's clock is before this one, in ms.
     */
    public let offsetMs: Int64
    /**
     * Until when nothing is signed, in ms since 1970; nothing where that is past.
     */
    public let waitUntilMs: Int64?
    /**
     * The weight used in this minute, as the answer has it.
     */
    public let usedWeight: Int64?
    /**
     * The orders of ten seconds, as the answer has them.
     */
    public let ordersTenSeconds: Int64?
    /**
     * The orders of the minute, as the answer has them.
     */
    public let ordersMinute: Int64?
    /**
     * The orders of the day, as the answer has them.
     */
    public let ordersDay: Int64?
    /**
     * What the answer means; nothing where none was read.
     */
    public let meaning: Meaning?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The state of the key.
         */keyState: KeyState,
        /**
         * How far the exchange's clock is before this one, in ms.
         */offsetMs: Int64,
        /**
         * Until when nothing is signed, in ms since 1970; nothing where that is past.
         */waitUntilMs: Int64?,
        /**
         * The weight used in this minute, as the answer has it.
         */usedWeight: Int64?,
        /**
         * The orders of ten seconds, as the answer has them.
         */ordersTenSeconds: Int64?,
        /**
         * The orders of the minute, as the answer has them.
         */ordersMinute: Int64?,
        /**
         * The orders of the day, as the answer has them.
         */ordersDay: Int64?,
        /**
         * What the answer means; nothing where none was read.
         */meaning: Meaning?) {
        self.keyState = keyState
        self.offsetMs = offsetMs
        self.waitUntilMs = waitUntilMs
        self.usedWeight = usedWeight
        self.ordersTenSeconds = ordersTenSeconds
        self.ordersMinute = ordersMinute
        self.ordersDay = ordersDay
        self.meaning = meaning
    }




}

#if compiler(>=6)
extension Observed: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeObserved: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Observed {
        return
            try Observed(
                keyState: FfiConverterTypeKeyState.read(from: &buf),
                offsetMs: FfiConverterInt64.read(from: &buf),
                waitUntilMs: FfiConverterOptionInt64.read(from: &buf),
                usedWeight: FfiConverterOptionInt64.read(from: &buf),
                ordersTenSeconds: FfiConverterOptionInt64.read(from: &buf),
                ordersMinute: FfiConverterOptionInt64.read(from: &buf),
                ordersDay: FfiConverterOptionInt64.read(from: &buf),
                meaning: FfiConverterOptionTypeMeaning.read(from: &buf)
        )
    }

    public static func write(_ value: Observed, into buf: inout [UInt8]) {
        FfiConverterTypeKeyState.write(value.keyState, into: &buf)
        FfiConverterInt64.write(value.offsetMs, into: &buf)
        FfiConverterOptionInt64.write(value.waitUntilMs, into: &buf)
        FfiConverterOptionInt64.write(value.usedWeight, into: &buf)
        FfiConverterOptionInt64.write(value.ordersTenSeconds, into: &buf)
        FfiConverterOptionInt64.write(value.ordersMinute, into: &buf)
        FfiConverterOptionInt64.write(value.ordersDay, into: &buf)
        FfiConverterOptionTypeMeaning.write(value.meaning, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeObserved_lift(_ buf: RustBuffer) throws -> Observed {
    return try FfiConverterTypeObserved.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeObserved_lower(_ value: Observed) -> RustBuffer {
    return FfiConverterTypeObserved.lower(value)
}


/**
 * A parameter, or a member of a map.
 */
public struct Parameter: Equatable, Hashable, CustomStringConvertible {
    /**
     * As Binance spells it (`timeInForce`).
     */
    public let name: String
    /**
     * As it is meant.
     */
    public let value: Value

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * As Binance spells it (`timeInForce`).
         */name: String,
        /**
         * As it is meant.
         */value: Value) {
        self.name = name
        self.value = value
    }




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_parameter_uniffi_trait_display(
            FfiConverterTypeParameter_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension Parameter: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeParameter: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Parameter {
        return
            try Parameter(
                name: FfiConverterString.read(from: &buf),
                value: FfiConverterTypeValue.read(from: &buf)
        )
    }

    public static func write(_ value: Parameter, into buf: inout [UInt8]) {
        FfiConverterString.write(value.name, into: &buf)
        FfiConverterTypeValue.write(value.value, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeParameter_lift(_ buf: RustBuffer) throws -> Parameter {
    return try FfiConverterTypeParameter.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeParameter_lower(_ value: Parameter) -> RustBuffer {
    return FfiConverterTypeParameter.lower(value)
}


/**
 * The state of a guard as bytes, to be restored after a restart.
 */
public struct SavedState: Equatable, Hashable, CustomStringConvertible {
    /**
     * What is to be kept.
     */
    public let bytes: Data
    /**
     * Rises by one each time; when restoring, the lowest that is acceptable.
     */
    public let sequence: UInt64

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * What is to be kept.
         */bytes: Data,
        /**
         * Rises by one each time; when restoring, the lowest that is acceptable.
         */sequence: UInt64) {
        self.bytes = bytes
        self.sequence = sequence
    }




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_savedstate_uniffi_trait_display(
            FfiConverterTypeSavedState_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension SavedState: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSavedState: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SavedState {
        return
            try SavedState(
                bytes: FfiConverterData.read(from: &buf),
                sequence: FfiConverterUInt64.read(from: &buf)
        )
    }

    public static func write(_ value: SavedState, into buf: inout [UInt8]) {
        FfiConverterData.write(value.bytes, into: &buf)
        FfiConverterUInt64.write(value.sequence, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSavedState_lift(_ buf: RustBuffer) throws -> SavedState {
    return try FfiConverterTypeSavedState.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSavedState_lower(_ value: SavedState) -> RustBuffer {
    return FfiConverterTypeSavedState.lower(value)
}


/**
 * The definition of SBE messages that a FIX session asks for.
 */
public struct SbeSchema: Equatable, Hashable {
    /**
     * `SbeSchemaId` (25050).
     */
    public let id: UInt16
    /**
     * `SbeSchemaVersion` (25051).
     */
    public let version: UInt16

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * `SbeSchemaId` (25050).
         */id: UInt16,
        /**
         * `SbeSchemaVersion` (25051).
         */version: UInt16) {
        self.id = id
        self.version = version
    }




}

#if compiler(>=6)
extension SbeSchema: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSbeSchema: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SbeSchema {
        return
            try SbeSchema(
                id: FfiConverterUInt16.read(from: &buf),
                version: FfiConverterUInt16.read(from: &buf)
        )
    }

    public static func write(_ value: SbeSchema, into buf: inout [UInt8]) {
        FfiConverterUInt16.write(value.id, into: &buf)
        FfiConverterUInt16.write(value.version, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSbeSchema_lift(_ buf: RustBuffer) throws -> SbeSchema {
    return try FfiConverterTypeSbeSchema.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSbeSchema_lower(_ value: SbeSchema) -> RustBuffer {
    return FfiConverterTypeSbeSchema.lower(value)
}


/**
 * A signed request, ready to send.
 */
public struct SignedRequest: Equatable, Hashable, CustomStringConvertible {
    /**
     * `GET`, `POST`, `PUT` or `DELETE`; nothing where the request is a message.
     */
    public let method: String?
    /**
     * Path and query as they stand in the request line; empty where the request is a message.
     */
    public let target: String
    /**
     * The query without its question mark.
     */
    public let query: String
    /**
     * The form body; empty where there is none.
     */
    public let body: String
    /**
     * The message to send: JSON of the WebSocket API or a FIX Logon.
     */
    public let message: String?
    /**
     * What was signed; nothing where the request needs no signature.
     */
    public let payload: String?
    /**
     * The signature as Binance documents it; nothing where the request needs none.
     */
    public let signature: String?
    /**
     * The headers to send, in order.
     */
    public let headers: [Header]
    /**
     * What the answer is to be compared with; there under a policy.
     */
    public let sent: Data?

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * `GET`, `POST`, `PUT` or `DELETE`; nothing where the request is a message.
         */method: String?,
        /**
         * Path and query as they stand in the request line; empty where the request is a message.
         */target: String,
        /**
         * The query without its question mark.
         */query: String,
        /**
         * The form body; empty where there is none.
         */body: String,
        /**
         * The message to send: JSON of the WebSocket API or a FIX Logon.
         */message: String?,
        /**
         * What was signed; nothing where the request needs no signature.
         */payload: String?,
        /**
         * The signature as Binance documents it; nothing where the request needs none.
         */signature: String?,
        /**
         * The headers to send, in order.
         */headers: [Header],
        /**
         * What the answer is to be compared with; there under a policy.
         */sent: Data?) {
        self.method = method
        self.target = target
        self.query = query
        self.body = body
        self.message = message
        self.payload = payload
        self.signature = signature
        self.headers = headers
        self.sent = sent
    }




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_signedrequest_uniffi_trait_display(
            FfiConverterTypeSignedRequest_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension SignedRequest: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSignedRequest: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SignedRequest {
        return
            try SignedRequest(
                method: FfiConverterOptionString.read(from: &buf),
                target: FfiConverterString.read(from: &buf),
                query: FfiConverterString.read(from: &buf),
                body: FfiConverterString.read(from: &buf),
                message: FfiConverterOptionString.read(from: &buf),
                payload: FfiConverterOptionString.read(from: &buf),
                signature: FfiConverterOptionString.read(from: &buf),
                headers: FfiConverterSequenceTypeHeader.read(from: &buf),
                sent: FfiConverterOptionData.read(from: &buf)
        )
    }

    public static func write(_ value: SignedRequest, into buf: inout [UInt8]) {
        FfiConverterOptionString.write(value.method, into: &buf)
        FfiConverterString.write(value.target, into: &buf)
        FfiConverterString.write(value.query, into: &buf)
        FfiConverterString.write(value.body, into: &buf)
        FfiConverterOptionString.write(value.message, into: &buf)
        FfiConverterOptionString.write(value.payload, into: &buf)
        FfiConverterOptionString.write(value.signature, into: &buf)
        FfiConverterSequenceTypeHeader.write(value.headers, into: &buf)
        FfiConverterOptionData.write(value.sent, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSignedRequest_lift(_ buf: RustBuffer) throws -> SignedRequest {
    return try FfiConverterTypeSignedRequest.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSignedRequest_lower(_ value: SignedRequest) -> RustBuffer {
    return FfiConverterTypeSignedRequest.lower(value)
}


/**
 * A place in a text.
 */
public struct TextPlace: Equatable, Hashable {
    /**
     * The line, from 1.
     */
    public let line: UInt32
    /**
     * The column in characters, from 1.
     */
    public let column: UInt32

    // Default memberwise initializers are never public by default, so we
    // declare one manually.
    public init(
        /**
         * The line, from 1.
         */line: UInt32,
        /**
         * The column in characters, from 1.
         */column: UInt32) {
        self.line = line
        self.column = column
    }




}

#if compiler(>=6)
extension TextPlace: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeTextPlace: FfiConverterRustBuffer {
    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> TextPlace {
        return
            try TextPlace(
                line: FfiConverterUInt32.read(from: &buf),
                column: FfiConverterUInt32.read(from: &buf)
        )
    }

    public static func write(_ value: TextPlace, into buf: inout [UInt8]) {
        FfiConverterUInt32.write(value.line, into: &buf)
        FfiConverterUInt32.write(value.column, into: &buf)
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTextPlace_lift(_ buf: RustBuffer) throws -> TextPlace {
    return try FfiConverterTypeTextPlace.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTextPlace_lower(_ value: TextPlace) -> RustBuffer {
    return FfiConverterTypeTextPlace.lower(value)
}


/**
 * A request that is to be signed.
 */

public enum Call: Equatable, Hashable, CustomStringConvertible {

    /**
     * A REST request.
     */
    case rest(
        /**
         * `GET`, `POST`, `PUT` or `DELETE`.
         */method: String,
        /**
         * `/api/v3/order`.
         */path: String,
        /**
         * Parameters of the query, in order.
         */query: [Parameter],
        /**
         * Parameters of the form body, in order.
         */body: [Parameter],
        /**
         * `recvWindow` in ms, added behind the other parameters (to the body where there is one).
         */recvWindow: Value?,
        /**
         * `timestamp`, added behind `recvWindow`.
         */timestamp: Timestamp,
        /**
         * In what unit the answer is to give its times (`/api` only).
         */timeUnit: TimeUnit?
    )
    /**
     * A request of the WebSocket API.
     */
    case ws(
        /**
         * Whose WebSocket API it is.
         */family: Family,
        /**
         * `order.place`.
         */method: String,
        /**
         * What comes back with the answer.
         */id: String,
        /**
         * Parameters, in any order.
         */params: [Parameter],
        /**
         * `recvWindow` in ms.
         */recvWindow: Value?,
        /**
         * `timestamp`.
         */timestamp: Timestamp,
        /**
         * The connection is logged on: the request carries neither API key nor signature.
         */inSession: Bool
    )
    /**
     * The opening of a signed stream, `wss://api.binance.com/sapi/wss`.
     */
    case stream(
        /**
         * `random` and `topic`.
         */params: [Parameter],
        /**
         * `recvWindow` in ms.
         */recvWindow: Value?,
        /**
         * `timestamp`.
         */timestamp: Timestamp
    )
    /**
     * The Logon of a FIX session.
     */
    case fixLogon(
        /**
         * `SenderCompID` (49).
         */senderCompId: String,
        /**
         * `TargetCompID` (56).
         */targetCompId: String,
        /**
         * `MsgSeqNum` (34).
         */msgSeqNum: UInt64,
        /**
         * `SendingTime` (52).
         */sendingTime: Timestamp,
        /**
         * `HeartBtInt` (108), in seconds.
         */heartBtInt: UInt32,
        /**
         * `MessageHandling` (25035).
         */messageHandling: MessageHandling,
        /**
         * `ResponseMode` (25036), where it is to be sent.
         */responseMode: ResponseMode?,
        /**
         * `RecvWindow` (25000) in ms, where it is to be sent.
         */recvWindow: Value?,
        /**
         * `DropCopyFlag` (9406): Y for a drop copy session.
         */dropCopy: Bool,
        /**
         * `SbeSchemaId` and `SbeSchemaVersion`, for FIX requests with answers in SBE.
         */sbeSchema: SbeSchema?,
        /**
         * The message itself is sent in SBE: payload and signature are made, and no message.
         */sbe: Bool
    )





// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(
            FfiConverterTypeCall_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension Call: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeCall: FfiConverterRustBuffer {
    typealias SwiftType = Call

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Call {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .rest(method: try FfiConverterString.read(from: &buf), path: try FfiConverterString.read(from: &buf), query: try FfiConverterSequenceTypeParameter.read(from: &buf), body: try FfiConverterSequenceTypeParameter.read(from: &buf), recvWindow: try FfiConverterOptionTypeValue.read(from: &buf), timestamp: try FfiConverterTypeTimestamp.read(from: &buf), timeUnit: try FfiConverterOptionTypeTimeUnit.read(from: &buf)
        )

        case 2: return .ws(family: try FfiConverterTypeFamily.read(from: &buf), method: try FfiConverterString.read(from: &buf), id: try FfiConverterString.read(from: &buf), params: try FfiConverterSequenceTypeParameter.read(from: &buf), recvWindow: try FfiConverterOptionTypeValue.read(from: &buf), timestamp: try FfiConverterTypeTimestamp.read(from: &buf), inSession: try FfiConverterBool.read(from: &buf)
        )

        case 3: return .stream(params: try FfiConverterSequenceTypeParameter.read(from: &buf), recvWindow: try FfiConverterOptionTypeValue.read(from: &buf), timestamp: try FfiConverterTypeTimestamp.read(from: &buf)
        )

        case 4: return .fixLogon(senderCompId: try FfiConverterString.read(from: &buf), targetCompId: try FfiConverterString.read(from: &buf), msgSeqNum: try FfiConverterUInt64.read(from: &buf), sendingTime: try FfiConverterTypeTimestamp.read(from: &buf), heartBtInt: try FfiConverterUInt32.read(from: &buf), messageHandling: try FfiConverterTypeMessageHandling.read(from: &buf), responseMode: try FfiConverterOptionTypeResponseMode.read(from: &buf), recvWindow: try FfiConverterOptionTypeValue.read(from: &buf), dropCopy: try FfiConverterBool.read(from: &buf), sbeSchema: try FfiConverterOptionTypeSbeSchema.read(from: &buf), sbe: try FfiConverterBool.read(from: &buf)
        )

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Call, into buf: inout [UInt8]) {
        switch value {


        case let .rest(method,path,query,body,recvWindow,timestamp,timeUnit):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(method, into: &buf)
            FfiConverterString.write(path, into: &buf)
            FfiConverterSequenceTypeParameter.write(query, into: &buf)
            FfiConverterSequenceTypeParameter.write(body, into: &buf)
            FfiConverterOptionTypeValue.write(recvWindow, into: &buf)
            FfiConverterTypeTimestamp.write(timestamp, into: &buf)
            FfiConverterOptionTypeTimeUnit.write(timeUnit, into: &buf)


        case let .ws(family,method,id,params,recvWindow,timestamp,inSession):
            writeInt(&buf, Int32(2))
            FfiConverterTypeFamily.write(family, into: &buf)
            FfiConverterString.write(method, into: &buf)
            FfiConverterString.write(id, into: &buf)
            FfiConverterSequenceTypeParameter.write(params, into: &buf)
            FfiConverterOptionTypeValue.write(recvWindow, into: &buf)
            FfiConverterTypeTimestamp.write(timestamp, into: &buf)
            FfiConverterBool.write(inSession, into: &buf)


        case let .stream(params,recvWindow,timestamp):
            writeInt(&buf, Int32(3))
            FfiConverterSequenceTypeParameter.write(params, into: &buf)
            FfiConverterOptionTypeValue.write(recvWindow, into: &buf)
            FfiConverterTypeTimestamp.write(timestamp, into: &buf)


        case let .fixLogon(senderCompId,targetCompId,msgSeqNum,sendingTime,heartBtInt,messageHandling,responseMode,recvWindow,dropCopy,sbeSchema,sbe):
            writeInt(&buf, Int32(4))
            FfiConverterString.write(senderCompId, into: &buf)
            FfiConverterString.write(targetCompId, into: &buf)
            FfiConverterUInt64.write(msgSeqNum, into: &buf)
            FfiConverterTypeTimestamp.write(sendingTime, into: &buf)
            FfiConverterUInt32.write(heartBtInt, into: &buf)
            FfiConverterTypeMessageHandling.write(messageHandling, into: &buf)
            FfiConverterOptionTypeResponseMode.write(responseMode, into: &buf)
            FfiConverterOptionTypeValue.write(recvWindow, into: &buf)
            FfiConverterBool.write(dropCopy, into: &buf)
            FfiConverterOptionTypeSbeSchema.write(sbeSchema, into: &buf)
            FfiConverterBool.write(sbe, into: &buf)

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCall_lift(_ buf: RustBuffer) throws -> Call {
    return try FfiConverterTypeCall.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeCall_lower(_ value: Call) -> RustBuffer {
    return FfiConverterTypeCall.lower(value)
}



/**
 * What the clock says when the gate decides.
 */

public enum Clock: Equatable, Hashable {

    /**
     * What that of this machine says.
     */
    case host
    /**
     * This time.
     */
    case at(
        /**
         * ms since 1970.
         */ms: Int64
    )
    /**
     * There is no clock.
     */
    case absent





}

#if compiler(>=6)
extension Clock: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeClock: FfiConverterRustBuffer {
    typealias SwiftType = Clock

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Clock {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .host

        case 2: return .at(ms: try FfiConverterInt64.read(from: &buf)
        )

        case 3: return .absent

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Clock, into buf: inout [UInt8]) {
        switch value {


        case .host:
            writeInt(&buf, Int32(1))


        case let .at(ms):
            writeInt(&buf, Int32(2))
            FfiConverterInt64.write(ms, into: &buf)


        case .absent:
            writeInt(&buf, Int32(3))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeClock_lift(_ buf: RustBuffer) throws -> Clock {
    return try FfiConverterTypeClock.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeClock_lower(_ value: Clock) -> RustBuffer {
    return FfiConverterTypeClock.lower(value)
}



/**
 * A family of Binance's interfaces.
 */

public enum Family: Equatable, Hashable {

    /**
     * `spot`.
     */
    case spot
    /**
     * `sapi`.
     */
    case sapi
    /**
     * `futures-um`.
     */
    case futuresUm
    /**
     * `futures-cm`.
     */
    case futuresCm
    /**
     * `options`.
     */
    case options
    /**
     * `portfolio-margin`.
     */
    case portfolioMargin





}

#if compiler(>=6)
extension Family: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeFamily: FfiConverterRustBuffer {
    typealias SwiftType = Family

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Family {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .spot

        case 2: return .sapi

        case 3: return .futuresUm

        case 4: return .futuresCm

        case 5: return .options

        case 6: return .portfolioMargin

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Family, into buf: inout [UInt8]) {
        switch value {


        case .spot:
            writeInt(&buf, Int32(1))


        case .sapi:
            writeInt(&buf, Int32(2))


        case .futuresUm:
            writeInt(&buf, Int32(3))


        case .futuresCm:
            writeInt(&buf, Int32(4))


        case .options:
            writeInt(&buf, Int32(5))


        case .portfolioMargin:
            writeInt(&buf, Int32(6))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFamily_lift(_ buf: RustBuffer) throws -> Family {
    return try FfiConverterTypeFamily.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeFamily_lower(_ value: Family) -> RustBuffer {
    return FfiConverterTypeFamily.lower(value)
}



/**
 * Whether the key is in use.
 */

public enum KeyState: Equatable, Hashable {

    /**
     * In use.
     */
    case active
    /**
     * Until the owner clears it.
     */
    case suspended(
        /**
         * The code that the exchange gave, 0 where there was only the status, or the owner's own.
         */reason: Int32
    )
    /**
     * For good.
     */
    case revoked
    /**
     * Until the owner clears it.
     */
    case expired
    /**
     * For good, and over revoked.
     */
    case terminated





}

#if compiler(>=6)
extension KeyState: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeKeyState: FfiConverterRustBuffer {
    typealias SwiftType = KeyState

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> KeyState {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .active

        case 2: return .suspended(reason: try FfiConverterInt32.read(from: &buf)
        )

        case 3: return .revoked

        case 4: return .expired

        case 5: return .terminated

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: KeyState, into buf: inout [UInt8]) {
        switch value {


        case .active:
            writeInt(&buf, Int32(1))


        case let .suspended(reason):
            writeInt(&buf, Int32(2))
            FfiConverterInt32.write(reason, into: &buf)


        case .revoked:
            writeInt(&buf, Int32(3))


        case .expired:
            writeInt(&buf, Int32(4))


        case .terminated:
            writeInt(&buf, Int32(5))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyState_lift(_ buf: RustBuffer) throws -> KeyState {
    return try FfiConverterTypeKeyState.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyState_lower(_ value: KeyState) -> RustBuffer {
    return FfiConverterTypeKeyState.lower(value)
}



/**
 * How a key signs.
 */

public enum KeyType: Equatable, Hashable {

    /**
     * HMAC-SHA-256 with the secret that Binance shows.
     */
    case hmac
    /**
     * Ed25519.
     */
    case ed25519
    /**
     * RSA, PKCS#1 v1.5 with SHA-256.
     */
    case rsa





}

#if compiler(>=6)
extension KeyType: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeKeyType: FfiConverterRustBuffer {
    typealias SwiftType = KeyType

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> KeyType {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .hmac

        case 2: return .ed25519

        case 3: return .rsa

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: KeyType, into buf: inout [UInt8]) {
        switch value {


        case .hmac:
            writeInt(&buf, Int32(1))


        case .ed25519:
            writeInt(&buf, Int32(2))


        case .rsa:
            writeInt(&buf, Int32(3))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyType_lift(_ buf: RustBuffer) throws -> KeyType {
    return try FfiConverterTypeKeyType.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeKeyType_lower(_ value: KeyType) -> RustBuffer {
    return FfiConverterTypeKeyType.lower(value)
}



/**
 * What an answer means.
 */

public enum Meaning: Equatable, Hashable {

    /**
     * The exchange took the request.
     */
    case fine
    /**
     * The exchange wants no request before a moment: 418, 429, -1003.
     */
    case wait
    /**
     * The clock here is off, or the answer took too long: -1021, and what the futures have for it.
     */
    case clockOff
    /**
     * The signature is not valid: -1022.
     */
    case signatureInvalid
    /**
     * The exchange does not take the key, or not for this, or not from here.
     */
    case keyRejected(
        /**
         * The exchange's code, 0 where there was only the status.
         */code: Int32
    )
    /**
     * Whether the request took effect is unknown.
     */
    case unknown
    /**
     * The exchange refused the request, and for no other reason than the request.
     */
    case refused(
        /**
         * The exchange's code, 0 where there was none.
         */code: Int32
    )





}

#if compiler(>=6)
extension Meaning: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeMeaning: FfiConverterRustBuffer {
    typealias SwiftType = Meaning

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Meaning {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .fine

        case 2: return .wait

        case 3: return .clockOff

        case 4: return .signatureInvalid

        case 5: return .keyRejected(code: try FfiConverterInt32.read(from: &buf)
        )

        case 6: return .unknown

        case 7: return .refused(code: try FfiConverterInt32.read(from: &buf)
        )

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Meaning, into buf: inout [UInt8]) {
        switch value {


        case .fine:
            writeInt(&buf, Int32(1))


        case .wait:
            writeInt(&buf, Int32(2))


        case .clockOff:
            writeInt(&buf, Int32(3))


        case .signatureInvalid:
            writeInt(&buf, Int32(4))


        case let .keyRejected(code):
            writeInt(&buf, Int32(5))
            FfiConverterInt32.write(code, into: &buf)


        case .unknown:
            writeInt(&buf, Int32(6))


        case let .refused(code):
            writeInt(&buf, Int32(7))
            FfiConverterInt32.write(code, into: &buf)

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeMeaning_lift(_ buf: RustBuffer) throws -> Meaning {
    return try FfiConverterTypeMeaning.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeMeaning_lower(_ value: Meaning) -> RustBuffer {
    return FfiConverterTypeMeaning.lower(value)
}



/**
 * How the exchange may handle the messages of a FIX session (tag 25035).
 */

public enum MessageHandling: Equatable, Hashable {

    /**
     * 1: messages may overtake each other.
     */
    case unordered
    /**
     * 2: messages are processed one after the other.
     */
    case sequential





}

#if compiler(>=6)
extension MessageHandling: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeMessageHandling: FfiConverterRustBuffer {
    typealias SwiftType = MessageHandling

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> MessageHandling {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .unordered

        case 2: return .sequential

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: MessageHandling, into buf: inout [UInt8]) {
        switch value {


        case .unordered:
            writeInt(&buf, Int32(1))


        case .sequential:
            writeInt(&buf, Int32(2))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeMessageHandling_lift(_ buf: RustBuffer) throws -> MessageHandling {
    return try FfiConverterTypeMessageHandling.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeMessageHandling_lower(_ value: MessageHandling) -> RustBuffer {
    return FfiConverterTypeMessageHandling.lower(value)
}



/**
 * Why there is no signature. Holds no secret, no signature and no value of a parameter.
 */
public
enum Refusal: Swift.Error, Equatable, Hashable {



    /**
     * The request, a text or a key is wrong.
     */
    case Invalid(
        /**
         * The code's stable name.
         */code: String,
        /**
         * The code's stable number.
         */number: UInt16,
        /**
         * What is wrong and what to do.
         */explanation: String,
        /**
         * The name of the parameter it is about, where there is one that can be shown.
         */param: String?,
        /**
         * Where it is in the text of a policy, both counted from 1.
         */place: TextPlace?
    )
    /**
     * The request is well-formed and not allowed.
     */
    case Denied(
        /**
         * The code's stable name.
         */code: String,
        /**
         * The code's stable number, one of the 4xx.
         */number: UInt16,
        /**
         * What would make the request pass.
         */explanation: String,
        /**
         * The clause of the API Service Terms behind the rule (`F 13`).
         */clause: String,
        /**
         * The name of the rule that denied.
         */rule: String,
        /**
         * The parameter that decided, where one did.
         */param: String?,
        /**
         * The route that the signature would open as well, where that is why.
         */opens: String?
    )




// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_refusal_uniffi_trait_display(
            FfiConverterTypeRefusal_lower(self),uniffiCallStatus
    )
}
    )
}


}

#if compiler(>=6)
extension Refusal: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeRefusal: FfiConverterRustBuffer {
    typealias SwiftType = Refusal

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Refusal {
        let variant: Int32 = try readInt(&buf)
        switch variant {




        case 1: return .Invalid(
            code: try FfiConverterString.read(from: &buf),
            number: try FfiConverterUInt16.read(from: &buf),
            explanation: try FfiConverterString.read(from: &buf),
            param: try FfiConverterOptionString.read(from: &buf),
            place: try FfiConverterOptionTypeTextPlace.read(from: &buf)
            )
        case 2: return .Denied(
            code: try FfiConverterString.read(from: &buf),
            number: try FfiConverterUInt16.read(from: &buf),
            explanation: try FfiConverterString.read(from: &buf),
            clause: try FfiConverterString.read(from: &buf),
            rule: try FfiConverterString.read(from: &buf),
            param: try FfiConverterOptionString.read(from: &buf),
            opens: try FfiConverterOptionString.read(from: &buf)
            )

         default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Refusal, into buf: inout [UInt8]) {
        switch value {





        case let .Invalid(code,number,explanation,param,place):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(code, into: &buf)
            FfiConverterUInt16.write(number, into: &buf)
            FfiConverterString.write(explanation, into: &buf)
            FfiConverterOptionString.write(param, into: &buf)
            FfiConverterOptionTypeTextPlace.write(place, into: &buf)


        case let .Denied(code,number,explanation,clause,rule,param,opens):
            writeInt(&buf, Int32(2))
            FfiConverterString.write(code, into: &buf)
            FfiConverterUInt16.write(number, into: &buf)
            FfiConverterString.write(explanation, into: &buf)
            FfiConverterString.write(clause, into: &buf)
            FfiConverterString.write(rule, into: &buf)
            FfiConverterOptionString.write(param, into: &buf)
            FfiConverterOptionString.write(opens, into: &buf)

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRefusal_lift(_ buf: RustBuffer) throws -> Refusal {
    return try FfiConverterTypeRefusal.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeRefusal_lower(_ value: Refusal) -> RustBuffer {
    return FfiConverterTypeRefusal.lower(value)
}


/**
 * Which answers a FIX session gets (tag 25036).
 */

public enum ResponseMode: Equatable, Hashable {

    /**
     * 1: everything.
     */
    case everything
    /**
     * 2: acknowledgements only.
     */
    case onlyAcks





}

#if compiler(>=6)
extension ResponseMode: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeResponseMode: FfiConverterRustBuffer {
    typealias SwiftType = ResponseMode

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> ResponseMode {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .everything

        case 2: return .onlyAcks

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: ResponseMode, into buf: inout [UInt8]) {
        switch value {


        case .everything:
            writeInt(&buf, Int32(1))


        case .onlyAcks:
            writeInt(&buf, Int32(2))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeResponseMode_lift(_ buf: RustBuffer) throws -> ResponseMode {
    return try FfiConverterTypeResponseMode.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeResponseMode_lower(_ value: ResponseMode) -> RustBuffer {
    return FfiConverterTypeResponseMode.lower(value)
}



/**
 * How much a finding weighs.
 */

public enum Severity: Equatable, Hashable {

    /**
     * Worth knowing.
     */
    case low
    /**
     * To be mended.
     */
    case medium
    /**
     * Not to be used so.
     */
    case high





}

#if compiler(>=6)
extension Severity: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeSeverity: FfiConverterRustBuffer {
    typealias SwiftType = Severity

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Severity {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .low

        case 2: return .medium

        case 3: return .high

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Severity, into buf: inout [UInt8]) {
        switch value {


        case .low:
            writeInt(&buf, Int32(1))


        case .medium:
            writeInt(&buf, Int32(2))


        case .high:
            writeInt(&buf, Int32(3))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSeverity_lift(_ buf: RustBuffer) throws -> Severity {
    return try FfiConverterTypeSeverity.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeSeverity_lower(_ value: Severity) -> RustBuffer {
    return FfiConverterTypeSeverity.lower(value)
}



/**
 * In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, `/api` only).
 */

public enum TimeUnit: Equatable, Hashable {

    /**
     * ms, what the exchange gives when it is not asked.
     */
    case millisecond
    /**
     * µs.
     */
    case microsecond





}

#if compiler(>=6)
extension TimeUnit: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeTimeUnit: FfiConverterRustBuffer {
    typealias SwiftType = TimeUnit

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> TimeUnit {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .millisecond

        case 2: return .microsecond

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: TimeUnit, into buf: inout [UInt8]) {
        switch value {


        case .millisecond:
            writeInt(&buf, Int32(1))


        case .microsecond:
            writeInt(&buf, Int32(2))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTimeUnit_lift(_ buf: RustBuffer) throws -> TimeUnit {
    return try FfiConverterTypeTimeUnit.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTimeUnit_lower(_ value: TimeUnit) -> RustBuffer {
    return FfiConverterTypeTimeUnit.lower(value)
}



/**
 * Where the parameter `timestamp` comes from, or `SendingTime` of FIX.
 */

public enum Timestamp: Equatable, Hashable {

    /**
     * The host's clock in ms, where the exchange wants a timestamp and no parameter has that name already.
     */
    case now
    /**
     * This time, on every route.
     */
    case ms(
        /**
         * ms since 1970.
         */ms: Int64
    )
    /**
     * This time, on every route that takes µs.
     */
    case us(
        /**
         * µs since 1970.
         */us: Int64
    )
    /**
     * This text, on every route.
     */
    case given(
        /**
         * As it is sent.
         */text: String
    )
    /**
     * None is added.
     */
    case omitted





}

#if compiler(>=6)
extension Timestamp: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeTimestamp: FfiConverterRustBuffer {
    typealias SwiftType = Timestamp

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Timestamp {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .now

        case 2: return .ms(ms: try FfiConverterInt64.read(from: &buf)
        )

        case 3: return .us(us: try FfiConverterInt64.read(from: &buf)
        )

        case 4: return .given(text: try FfiConverterString.read(from: &buf)
        )

        case 5: return .omitted

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Timestamp, into buf: inout [UInt8]) {
        switch value {


        case .now:
            writeInt(&buf, Int32(1))


        case let .ms(ms):
            writeInt(&buf, Int32(2))
            FfiConverterInt64.write(ms, into: &buf)


        case let .us(us):
            writeInt(&buf, Int32(3))
            FfiConverterInt64.write(us, into: &buf)


        case let .given(text):
            writeInt(&buf, Int32(4))
            FfiConverterString.write(text, into: &buf)


        case .omitted:
            writeInt(&buf, Int32(5))

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTimestamp_lift(_ buf: RustBuffer) throws -> Timestamp {
    return try FfiConverterTypeTimestamp.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeTimestamp_lower(_ value: Timestamp) -> RustBuffer {
    return FfiConverterTypeTimestamp.lower(value)
}



/**
 * A value of a parameter, by what it is in the other language.
 *
 * Only the WebSocket API tells text from other values: there integers, truth values, lists and maps go as JSON, and
 * numbers with a fraction as text, as the exchange has its DECIMAL.
 */

public indirect enum Value: Equatable, Hashable, CustomStringConvertible {

    /**
     * Text as it is meant, not encoded.
     */
    case text(
        /**
         * The text.
         */text: String
    )
    /**
     * A whole number, a truth value, or JSON that is taken as it stands.
     */
    case json(
        /**
         * The JSON.
         */text: String
    )
    /**
     * A decimal number, its digits without exponent.
     */
    case digits(
        /**
         * The digits.
         */text: String
    )
    /**
     * A float of 64 bits: its shortest decimal is sent.
     */
    case binary64(
        /**
         * The number.
         */number: Double
    )
    /**
     * A float of 32 bits: its shortest decimal is sent.
     */
    case binary32(
        /**
         * The number.
         */number: Float
    )
    /**
     * A list: compact JSON is sent.
     */
    case items(
        /**
         * Its members.
         */items: [Value]
    )
    /**
     * A map: compact JSON is sent.
     */
    case members(
        /**
         * Its members, in order.
         */members: [Parameter]
    )





// The local Rust `Display` implementation.
public var description: String {
    return try!  FfiConverterString.lift(
        try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(
            FfiConverterTypeValue_lower(self),uniffiCallStatus
    )
}
    )
}
}

#if compiler(>=6)
extension Value: Sendable {}
#endif

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeValue: FfiConverterRustBuffer {
    typealias SwiftType = Value

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Value {
        let variant: Int32 = try readInt(&buf)
        switch variant {

        case 1: return .text(text: try FfiConverterString.read(from: &buf)
        )

        case 2: return .json(text: try FfiConverterString.read(from: &buf)
        )

        case 3: return .digits(text: try FfiConverterString.read(from: &buf)
        )

        case 4: return .binary64(number: try FfiConverterDouble.read(from: &buf)
        )

        case 5: return .binary32(number: try FfiConverterFloat.read(from: &buf)
        )

        case 6: return .items(items: try FfiConverterSequenceTypeValue.read(from: &buf)
        )

        case 7: return .members(members: try FfiConverterSequenceTypeParameter.read(from: &buf)
        )

        default: throw UniffiInternalError.unexpectedEnumCase
        }
    }

    public static func write(_ value: Value, into buf: inout [UInt8]) {
        switch value {


        case let .text(text):
            writeInt(&buf, Int32(1))
            FfiConverterString.write(text, into: &buf)


        case let .json(text):
            writeInt(&buf, Int32(2))
            FfiConverterString.write(text, into: &buf)


        case let .digits(text):
            writeInt(&buf, Int32(3))
            FfiConverterString.write(text, into: &buf)


        case let .binary64(number):
            writeInt(&buf, Int32(4))
            FfiConverterDouble.write(number, into: &buf)


        case let .binary32(number):
            writeInt(&buf, Int32(5))
            FfiConverterFloat.write(number, into: &buf)


        case let .items(items):
            writeInt(&buf, Int32(6))
            FfiConverterSequenceTypeValue.write(items, into: &buf)


        case let .members(members):
            writeInt(&buf, Int32(7))
            FfiConverterSequenceTypeParameter.write(members, into: &buf)

        }
    }
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeValue_lift(_ buf: RustBuffer) throws -> Value {
    return try FfiConverterTypeValue.lift(buf)
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public func FfiConverterTypeValue_lower(_ value: Value) -> RustBuffer {
    return FfiConverterTypeValue.lower(value)
}


#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionInt64: FfiConverterRustBuffer {
    typealias SwiftType = Int64?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterInt64.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterInt64.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionBool: FfiConverterRustBuffer {
    typealias SwiftType = Bool?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterBool.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterBool.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionString: FfiConverterRustBuffer {
    typealias SwiftType = String?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterString.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterString.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionData: FfiConverterRustBuffer {
    typealias SwiftType = Data?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterData.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterData.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeKeyInfo: FfiConverterRustBuffer {
    typealias SwiftType = KeyInfo?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeKeyInfo.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeKeyInfo.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypePolicy: FfiConverterRustBuffer {
    typealias SwiftType = Policy?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypePolicy.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypePolicy.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeObserved: FfiConverterRustBuffer {
    typealias SwiftType = Observed?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeObserved.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeObserved.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeSavedState: FfiConverterRustBuffer {
    typealias SwiftType = SavedState?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeSavedState.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeSavedState.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeSbeSchema: FfiConverterRustBuffer {
    typealias SwiftType = SbeSchema?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeSbeSchema.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeSbeSchema.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeTextPlace: FfiConverterRustBuffer {
    typealias SwiftType = TextPlace?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeTextPlace.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeTextPlace.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeKeyType: FfiConverterRustBuffer {
    typealias SwiftType = KeyType?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeKeyType.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeKeyType.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeMeaning: FfiConverterRustBuffer {
    typealias SwiftType = Meaning?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeMeaning.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeMeaning.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeResponseMode: FfiConverterRustBuffer {
    typealias SwiftType = ResponseMode?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeResponseMode.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeResponseMode.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeTimeUnit: FfiConverterRustBuffer {
    typealias SwiftType = TimeUnit?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeTimeUnit.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeTimeUnit.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionTypeValue: FfiConverterRustBuffer {
    typealias SwiftType = Value?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterTypeValue.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterTypeValue.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterOptionSequenceString: FfiConverterRustBuffer {
    typealias SwiftType = [String]?

    public static func write(_ value: SwiftType, into buf: inout [UInt8]) {
        guard let value = value else {
            writeInt(&buf, Int8(0))
            return
        }
        writeInt(&buf, Int8(1))
        FfiConverterSequenceString.write(value, into: &buf)
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> SwiftType {
        switch try readInt(&buf) as Int8 {
        case 0: return nil
        case 1: return try FfiConverterSequenceString.read(from: &buf)
        default: throw UniffiInternalError.unexpectedOptionalTag
        }
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceString: FfiConverterRustBuffer {
    typealias SwiftType = [String]

    public static func write(_ value: [String], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterString.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [String] {
        let len: Int32 = try readInt(&buf)
        var seq = [String]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterString.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeFinding: FfiConverterRustBuffer {
    typealias SwiftType = [Finding]

    public static func write(_ value: [Finding], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeFinding.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Finding] {
        let len: Int32 = try readInt(&buf)
        var seq = [Finding]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeFinding.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeHeader: FfiConverterRustBuffer {
    typealias SwiftType = [Header]

    public static func write(_ value: [Header], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeHeader.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Header] {
        let len: Int32 = try readInt(&buf)
        var seq = [Header]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeHeader.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeParameter: FfiConverterRustBuffer {
    typealias SwiftType = [Parameter]

    public static func write(_ value: [Parameter], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeParameter.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Parameter] {
        let len: Int32 = try readInt(&buf)
        var seq = [Parameter]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeParameter.read(from: &buf))
        }
        return seq
    }
}

#if swift(>=5.8)
@_documentation(visibility: private)
#endif
fileprivate struct FfiConverterSequenceTypeValue: FfiConverterRustBuffer {
    typealias SwiftType = [Value]

    public static func write(_ value: [Value], into buf: inout [UInt8]) {
        let len = Int32(value.count)
        writeInt(&buf, len)
        for item in value {
            FfiConverterTypeValue.write(item, into: &buf)
        }
    }

    public static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> [Value] {
        let len: Int32 = try readInt(&buf)
        var seq = [Value]()
        seq.reserveCapacity(Int(len))
        for _ in 0 ..< len {
            seq.append(try FfiConverterTypeValue.read(from: &buf))
        }
        return seq
    }
}
/**
 * The version of binsign.
 */
public func version() -> String  {
    return try!  FfiConverterString.lift(try! rustCall() {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_func_version(uniffiCallStatus
    )
})
}
/**
 * The refusal, in the core's words, of what the other language sees to be wrong before it can cross: text that is no
 * Unicode, a number that is none.
 *
 * `number` is the code's; the parameter it is about is at `position` (from 1, or 0 for none) and has `name` (or none).
 *
 * # Errors
 * Always; `INTERNAL` where no code has the number.
 */
public func refuse(number: UInt16, position: UInt16, name: String)throws   {try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_func_refuse(
        FfiConverterUInt16.lower(number),
        FfiConverterUInt16.lower(position),
        FfiConverterString.lower(name),uniffiCallStatus
    )
}
}
/**
 * Makes a call ready that needs no key: a public route, or a request of a session that is logged on.
 *
 * # Errors
 * `KEY_MISSING` where the exchange wants a key; those of binsign's requests and of its gate.
 */
public func withoutKey(call: Call)throws  -> SignedRequest  {
    return try  FfiConverterTypeSignedRequest_lift(try rustCallWithError(FfiConverterTypeRefusal_lift) {
        uniffiCallStatus in
    uniffi_binsign_mobile_fn_func_without_key(
        FfiConverterTypeCall_lower(call),uniffiCallStatus
    )
})
}

private enum InitializationResult {
    case ok
    case contractVersionMismatch
    case apiChecksumMismatch
}
// Use a global variable to perform the versioning checks. Swift ensures that
// the code inside is only computed once.
private let initializationResult: InitializationResult = {
    // Get the bindings contract version from our ComponentInterface
    let bindings_contract_version = 30
    // Get the scaffolding contract version by calling the into the dylib
    let scaffolding_contract_version = ffi_binsign_mobile_uniffi_contract_version()
    if bindings_contract_version != scaffolding_contract_version {
        return InitializationResult.contractVersionMismatch
    }
    if (uniffi_binsign_mobile_checksum_func_version() != 58141) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_func_refuse() != 9606) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_func_without_key() != 17805) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_externalkey_begin() != 8924) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_externalkey_key_type() != 57019) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_pendingrequest_drop_unsigned() != 1178) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_pendingrequest_finish() != 31666) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_pendingrequest_payload() != 12034) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_check() != 27975) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_clear() != 20407) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_explain() != 8291) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_key_state() != 33026) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_observe() != 15362) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_observe_time() != 37438) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_observed() != 5702) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_revoke() != 13563) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_save() != 16486) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_suspend() != 65426) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_tell() != 57408) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_terminate() != 22699) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_guard_told() != 13662) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_create_time_ms() != 29485) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_findings() != 53066) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_has_unknown_grant() != 14161) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_is_ip_restricted() != 38612) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_permissions() != 15334) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_received_ms() != 64107) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_keyinfo_trading_expires_ms() != 5080) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_app() != 10442) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_bytes() != 50028) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_name() != 29905) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_permissions() != 34936) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_purpose() != 35980) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_sha256() != 37286) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_toml() != 53115) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_policy_version() != 31115) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_signer_key_type() != 28884) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_signer_revoke() != 33198) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_signer_sign() != 62992) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_signer_terminate() != 35084) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_method_signer_wipe() != 23981) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_externalkey_new() != 18636) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_der() != 12948) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_pem() != 22184) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_guard_new() != 13965) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_keyinfo_from_json() != 32563) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_policy_compiled() != 6500) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_policy_from_toml() != 62074) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_policy_sealed() != 17520) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_policy_signed() != 41285) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_signer_encrypted_pem() != 52328) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_signer_hmac() != 38267) {
        return InitializationResult.apiChecksumMismatch
    }
    if (uniffi_binsign_mobile_checksum_constructor_signer_pem() != 47520) {
        return InitializationResult.apiChecksumMismatch
    }

    return InitializationResult.ok
}()

// Make the ensure init function public so that other modules which have external type references to
// our types can call it.
public func uniffiEnsureBinsignMobileInitialized() {
    switch initializationResult {
    case .ok:
        break
    case .contractVersionMismatch:
        fatalError("UniFFI contract version mismatch: try cleaning and rebuilding your project")
    case .apiChecksumMismatch:
        fatalError("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
}

// swiftlint:enable all
