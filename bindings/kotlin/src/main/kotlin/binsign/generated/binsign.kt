// Made by `cargo xtask gen` with uniffi from crates/binsign-mobile. Do not edit.

@file:Suppress("NAME_SHADOWING")

package binsign.generated

// Common helper code.
//
// Ideally this would live in a separate .kt file where it can be unittested etc
// in isolation, and perhaps even published as a re-useable package.
//
// However, it's important that the details of how this helper code works (e.g. the
// way that different builtin types are passed across the FFI) exactly match what's
// expected by the Rust code on the other side of the interface. In practice right
// now that means coming from the exact some version of `uniffi` that was used to
// compile the Rust component. The easiest way to ensure this is to bundle the Kotlin
// helpers directly inline like we're doing here.

import com.sun.jna.Library
import com.sun.jna.IntegerType
import com.sun.jna.Native
import com.sun.jna.Pointer
import com.sun.jna.Structure
import com.sun.jna.Callback
import com.sun.jna.ptr.*
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.CharBuffer
import java.nio.charset.CodingErrorAction
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicBoolean

// This is a helper for safely working with byte buffers returned from the Rust code.
// A rust-owned buffer is represented by its capacity, its current length, and a
// pointer to the underlying data.

/**
 * @suppress
 */
@Structure.FieldOrder("capacity", "len", "data")
open class RustBuffer : Structure() {
    // Note: `capacity` and `len` are actually `ULong` values, but JVM only supports signed values.
    // When dealing with these fields, make sure to call `toULong()`.
    @JvmField var capacity: Long = 0
    @JvmField var len: Long = 0
    @JvmField var data: Pointer? = null

    class ByValue: RustBuffer(), Structure.ByValue
    class ByReference: RustBuffer(), Structure.ByReference

   internal fun setValue(other: RustBuffer) {
        capacity = other.capacity
        len = other.len
        data = other.data
    }

    companion object {
        internal fun alloc(size: ULong = 0UL) = uniffiRustCall() { status ->
            // Note: need to convert the size to a `Long` value to make this work with JVM.
            UniffiLib.ffi_binsign_mobile_rustbuffer_alloc(size.toLong(), status)
        }.also {
            if(it.data == null) {
               throw RuntimeException("RustBuffer.alloc() returned null data pointer (size=${size})")
           }
        }

        internal fun create(capacity: ULong, len: ULong, data: Pointer?): RustBuffer.ByValue {
            var buf = RustBuffer.ByValue()
            buf.capacity = capacity.toLong()
            buf.len = len.toLong()
            buf.data = data
            return buf
        }

        internal fun free(buf: RustBuffer.ByValue) = uniffiRustCall() { status ->
            UniffiLib.ffi_binsign_mobile_rustbuffer_free(buf, status)
        }
    }

    @Suppress("TooGenericExceptionThrown")
    fun asByteBuffer() =
        this.data?.getByteBuffer(0, this.len)?.also {
            it.order(ByteOrder.BIG_ENDIAN)
        }
}

// This is a helper for safely passing byte references into the rust code.
// It's not actually used at the moment, because there aren't many things that you
// can take a direct pointer to in the JVM, and if we're going to copy something
// then we might as well copy it into a `RustBuffer`. But it's here for API
// completeness.

@Structure.FieldOrder("len", "data")
internal open class ForeignBytes : Structure() {
    @JvmField var len: Int = 0
    @JvmField var data: Pointer? = null

    class ByValue : ForeignBytes(), Structure.ByValue
}

// Converter for `&[u8]` / `[ByRef] bytes` arguments.
//
// Only `lower` is valid — zero-copy byte buffers only flow foreign -> Rust,
// and only in argument position. `lift`, `read`, `write`, and
// `allocationSize` have no sound implementation here and all panic at
// runtime. The `FfiConverter` interface is implemented so that the
// compiler enforces the full method set (rather than relying on eyeball).
//
// The provided `ByteBuffer` MUST be direct — only direct buffers have a
// stable native address that JNA can expose via `getDirectBufferPointer`.
// The returned `ForeignBytes.ByValue` is only valid for the duration of
// the FFI call; the Rust side treats it as a borrow.
internal object FfiConverterByRefBytes : FfiConverter<java.nio.ByteBuffer, ForeignBytes.ByValue> {
    override fun lower(value: java.nio.ByteBuffer): ForeignBytes.ByValue {
        require(value.isDirect) { "UniFFI zero-copy &[u8] requires a direct ByteBuffer. Use ByteBuffer.allocateDirect()." }
        val remaining = value.remaining()
        val fb = ForeignBytes.ByValue()
        fb.len = remaining
        // Zero-length direct buffers: skip getDirectBufferPointer (platform-variable behavior)
        // and pass null. The Rust side treats (null, 0) as &[].
        fb.data = if (remaining == 0) null else com.sun.jna.Native.getDirectBufferPointer(value)
        return fb
    }

    override fun lift(value: ForeignBytes.ByValue): java.nio.ByteBuffer =
        error("ByRef bytes cannot be lifted: zero-copy &[u8] only flows foreign->Rust")

    override fun read(buf: java.nio.ByteBuffer): java.nio.ByteBuffer =
        error("ByRef bytes cannot be read from a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")

    override fun write(value: java.nio.ByteBuffer, buf: java.nio.ByteBuffer): Unit =
        error("ByRef bytes cannot be written to a buffer: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")

    override fun allocationSize(value: java.nio.ByteBuffer): ULong =
        error("ByRef bytes have no RustBuffer allocation size: zero-copy &[u8] is only supported in argument position, not nested in records/options/etc.")
}
/**
 * The FfiConverter interface handles converter types to and from the FFI
 *
 * All implementing objects should be public to support external types.  When a
 * type is external we need to import it's FfiConverter.
 *
 * @suppress
 */
public interface FfiConverter<KotlinType, FfiType> {
    // Convert an FFI type to a Kotlin type
    fun lift(value: FfiType): KotlinType

    // Convert an Kotlin type to an FFI type
    fun lower(value: KotlinType): FfiType

    // Read a Kotlin type from a `ByteBuffer`
    fun read(buf: ByteBuffer): KotlinType

    // Calculate bytes to allocate when creating a `RustBuffer`
    //
    // This must return at least as many bytes as the write() function will
    // write. It can return more bytes than needed, for example when writing
    // Strings we can't know the exact bytes needed until we the UTF-8
    // encoding, so we pessimistically allocate the largest size possible (3
    // bytes per codepoint).  Allocating extra bytes is not really a big deal
    // because the `RustBuffer` is short-lived.
    fun allocationSize(value: KotlinType): ULong

    // Write a Kotlin type to a `ByteBuffer`
    fun write(value: KotlinType, buf: ByteBuffer)

    // Lower a value into a `RustBuffer`
    //
    // This method lowers a value into a `RustBuffer` rather than the normal
    // FfiType.  It's used by the callback interface code.  Callback interface
    // returns are always serialized into a `RustBuffer` regardless of their
    // normal FFI type.
    fun lowerIntoRustBuffer(value: KotlinType): RustBuffer.ByValue {
        val rbuf = RustBuffer.alloc(allocationSize(value))
        try {
            val bbuf = rbuf.data!!.getByteBuffer(0, rbuf.capacity).also {
                it.order(ByteOrder.BIG_ENDIAN)
            }
            write(value, bbuf)
            rbuf.writeField("len", bbuf.position().toLong())
            return rbuf
        } catch (e: Throwable) {
            RustBuffer.free(rbuf)
            throw e
        }
    }

    // Lift a value from a `RustBuffer`.
    //
    // This here mostly because of the symmetry with `lowerIntoRustBuffer()`.
    // It's currently only used by the `FfiConverterRustBuffer` class below.
    fun liftFromRustBuffer(rbuf: RustBuffer.ByValue): KotlinType {
        val byteBuf = rbuf.asByteBuffer()!!
        try {
           val item = read(byteBuf)
           if (byteBuf.hasRemaining()) {
               throw RuntimeException("junk remaining in buffer after lifting, something is very wrong!!")
           }
           return item
        } finally {
            RustBuffer.free(rbuf)
        }
    }
}

/**
 * FfiConverter that uses `RustBuffer` as the FfiType
 *
 * @suppress
 */
public interface FfiConverterRustBuffer<KotlinType>: FfiConverter<KotlinType, RustBuffer.ByValue> {
    override fun lift(value: RustBuffer.ByValue) = liftFromRustBuffer(value)
    override fun lower(value: KotlinType) = lowerIntoRustBuffer(value)
}
// A handful of classes and functions to support the generated data structures.
// This would be a good candidate for isolating in its own ffi-support lib.

internal const val UNIFFI_CALL_SUCCESS = 0.toByte()
internal const val UNIFFI_CALL_ERROR = 1.toByte()
internal const val UNIFFI_CALL_UNEXPECTED_ERROR = 2.toByte()

@Structure.FieldOrder("code", "error_buf")
internal open class UniffiRustCallStatus : Structure() {
    @JvmField var code: Byte = 0
    @JvmField var error_buf: RustBuffer.ByValue = RustBuffer.ByValue()

    class ByValue: UniffiRustCallStatus(), Structure.ByValue

    fun isSuccess(): Boolean {
        return code == UNIFFI_CALL_SUCCESS
    }

    fun isError(): Boolean {
        return code == UNIFFI_CALL_ERROR
    }

    fun isPanic(): Boolean {
        return code == UNIFFI_CALL_UNEXPECTED_ERROR
    }

    companion object {
        fun create(code: Byte, errorBuf: RustBuffer.ByValue): UniffiRustCallStatus.ByValue {
            val callStatus = UniffiRustCallStatus.ByValue()
            callStatus.code = code
            callStatus.error_buf = errorBuf
            return callStatus
        }
    }
}

class InternalException(message: String) : kotlin.Exception(message)

/**
 * Each top-level error class has a companion object that can lift the error from the call status's rust buffer
 *
 * @suppress
 */
interface UniffiRustCallStatusErrorHandler<E> {
    fun lift(error_buf: RustBuffer.ByValue): E;
}

// Helpers for calling Rust
// In practice we usually need to be synchronized to call this safely, so it doesn't
// synchronize itself

// Call a rust function that returns a Result<>.  Pass in the Error class companion that corresponds to the Err
private inline fun <U, E: kotlin.Exception> uniffiRustCallWithError(errorHandler: UniffiRustCallStatusErrorHandler<E>, callback: (UniffiRustCallStatus) -> U): U {
    var status = UniffiRustCallStatus()
    val return_value = callback(status)
    uniffiCheckCallStatus(errorHandler, status)
    return return_value
}

// Check UniffiRustCallStatus and throw an error if the call wasn't successful
private fun<E: kotlin.Exception> uniffiCheckCallStatus(errorHandler: UniffiRustCallStatusErrorHandler<E>, status: UniffiRustCallStatus) {
    if (status.isSuccess()) {
        return
    } else if (status.isError()) {
        throw errorHandler.lift(status.error_buf)
    } else if (status.isPanic()) {
        // when the rust code sees a panic, it tries to construct a rustbuffer
        // with the message.  but if that code panics, then it just sends back
        // an empty buffer.
        if (status.error_buf.len > 0) {
            throw InternalException(FfiConverterString.lift(status.error_buf))
        } else {
            throw InternalException("Rust panic")
        }
    } else {
        throw InternalException("Unknown rust call status: $status.code")
    }
}

/**
 * UniffiRustCallStatusErrorHandler implementation for times when we don't expect a CALL_ERROR
 *
 * @suppress
 */
object UniffiNullRustCallStatusErrorHandler: UniffiRustCallStatusErrorHandler<InternalException> {
    override fun lift(error_buf: RustBuffer.ByValue): InternalException {
        RustBuffer.free(error_buf)
        return InternalException("Unexpected CALL_ERROR")
    }
}

// Call a rust function that returns a plain value
private inline fun <U> uniffiRustCall(callback: (UniffiRustCallStatus) -> U): U {
    return uniffiRustCallWithError(UniffiNullRustCallStatusErrorHandler, callback)
}

internal inline fun<T> uniffiTraitInterfaceCall(
    callStatus: UniffiRustCallStatus,
    makeCall: () -> T,
    writeReturn: (T) -> Unit,
) {
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        val err = try { e.stackTraceToString() } catch(_: Throwable) { "" }
        callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
        callStatus.error_buf = FfiConverterString.lower(err)
    }
}

internal inline fun<T, reified E: Throwable> uniffiTraitInterfaceCallWithError(
    callStatus: UniffiRustCallStatus,
    makeCall: () -> T,
    writeReturn: (T) -> Unit,
    lowerError: (E) -> RustBuffer.ByValue
) {
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        if (e is E) {
            callStatus.code = UNIFFI_CALL_ERROR
            callStatus.error_buf = lowerError(e)
        } else {
            val err = try { e.stackTraceToString() } catch(_: Throwable) { "" }
            callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
            callStatus.error_buf = FfiConverterString.lower(err)
        }
    }
}
// Initial value and increment amount for handles.
// These ensure that Kotlin-generated handles always have the lowest bit set
private const val UNIFFI_HANDLEMAP_INITIAL = 1.toLong()
private const val UNIFFI_HANDLEMAP_DELTA = 2.toLong()

// Map handles to objects
//
// This is used pass an opaque 64-bit handle representing a foreign object to the Rust code.
internal class UniffiHandleMap<T: Any> {
    private val map = ConcurrentHashMap<Long, T>()
    // Start
    private val counter = java.util.concurrent.atomic.AtomicLong(UNIFFI_HANDLEMAP_INITIAL)

    val size: Int
        get() = map.size

    // Insert a new object into the handle map and get a handle for it
    fun insert(obj: T): Long {
        val handle = counter.getAndAdd(UNIFFI_HANDLEMAP_DELTA)
        map.put(handle, obj)
        return handle
    }

    // Clone a handle, creating a new one
    fun clone(handle: Long): Long {
        val obj = map.get(handle) ?: throw InternalException("UniffiHandleMap.clone: Invalid handle")
        return insert(obj)
    }

    // Get an object from the handle map
    fun get(handle: Long): T {
        return map.get(handle) ?: throw InternalException("UniffiHandleMap.get: Invalid handle")
    }

    // Remove an entry from the handlemap and get the Kotlin object back
    fun remove(handle: Long): T {
        return map.remove(handle) ?: throw InternalException("UniffiHandleMap: Invalid handle")
    }
}

// Contains loading, initialization code,
// and the FFI Function declarations in a com.sun.jna.Library.
@Synchronized
private fun findLibraryName(componentName: String): String {
    val libOverride = System.getProperty("uniffi.component.$componentName.libraryOverride")
    if (libOverride != null) {
        return libOverride
    }
    return "binsign_mobile"
}

// Define FFI callback types
internal interface UniffiRustFutureContinuationCallback : com.sun.jna.Callback {
    fun callback(`data`: Long,`pollResult`: Byte,)
}
internal interface UniffiForeignFutureDroppedCallback : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
}
internal interface UniffiCallbackInterfaceFree : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
}
internal interface UniffiCallbackInterfaceClone : com.sun.jna.Callback {
    fun callback(`handle`: Long,)
    : Long
}
@Structure.FieldOrder("handle", "free")
internal open class UniffiForeignFutureDroppedCallbackStruct(
    @JvmField internal var `handle`: Long = 0.toLong(),
    @JvmField internal var `free`: UniffiForeignFutureDroppedCallback? = null,
) : Structure() {
    class UniffiByValue(
        `handle`: Long = 0.toLong(),
        `free`: UniffiForeignFutureDroppedCallback? = null,
    ): UniffiForeignFutureDroppedCallbackStruct(`handle`,`free`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureDroppedCallbackStruct) {
        `handle` = other.`handle`
        `free` = other.`free`
    }

}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU8(
    @JvmField internal var `returnValue`: Byte = 0.toByte(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Byte = 0.toByte(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU8(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU8) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU8 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU8.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI8(
    @JvmField internal var `returnValue`: Byte = 0.toByte(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Byte = 0.toByte(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI8(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI8) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI8 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI8.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU16(
    @JvmField internal var `returnValue`: Short = 0.toShort(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Short = 0.toShort(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU16(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU16) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU16 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU16.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI16(
    @JvmField internal var `returnValue`: Short = 0.toShort(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Short = 0.toShort(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI16(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI16) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI16 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI16.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU32(
    @JvmField internal var `returnValue`: Int = 0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Int = 0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI32(
    @JvmField internal var `returnValue`: Int = 0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Int = 0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultU64(
    @JvmField internal var `returnValue`: Long = 0.toLong(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Long = 0.toLong(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultU64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultU64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteU64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultU64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultI64(
    @JvmField internal var `returnValue`: Long = 0.toLong(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Long = 0.toLong(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultI64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultI64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteI64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultI64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultF32(
    @JvmField internal var `returnValue`: Float = 0.0f,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Float = 0.0f,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultF32(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultF32) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteF32 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultF32.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultF64(
    @JvmField internal var `returnValue`: Double = 0.0,
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: Double = 0.0,
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultF64(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultF64) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteF64 : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultF64.UniffiByValue,)
}
@Structure.FieldOrder("returnValue", "callStatus")
internal open class UniffiForeignFutureResultRustBuffer(
    @JvmField internal var `returnValue`: RustBuffer.ByValue = RustBuffer.ByValue(),
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `returnValue`: RustBuffer.ByValue = RustBuffer.ByValue(),
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultRustBuffer(`returnValue`,`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultRustBuffer) {
        `returnValue` = other.`returnValue`
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteRustBuffer : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultRustBuffer.UniffiByValue,)
}
@Structure.FieldOrder("callStatus")
internal open class UniffiForeignFutureResultVoid(
    @JvmField internal var `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
) : Structure() {
    class UniffiByValue(
        `callStatus`: UniffiRustCallStatus.ByValue = UniffiRustCallStatus.ByValue(),
    ): UniffiForeignFutureResultVoid(`callStatus`,), Structure.ByValue

   internal fun uniffiSetValue(other: UniffiForeignFutureResultVoid) {
        `callStatus` = other.`callStatus`
    }

}
internal interface UniffiForeignFutureCompleteVoid : com.sun.jna.Callback {
    fun callback(`callbackData`: Long,`result`: UniffiForeignFutureResultVoid.UniffiByValue,)
}

// A JNA Library to expose the extern-C FFI definitions.
// This is an implementation detail which will be called internally by the public API.

// For large crates we prevent `MethodTooLargeException` (see #2340)
// N.B. the name of the extension is very misleading, since it is
// rather `InterfaceTooLargeException`, caused by too many methods
// in the interface for large crates.
//
// By splitting the otherwise huge interface into two parts
// * UniffiLib (this)
// * IntegrityCheckingUniffiLib
// And all checksum methods are put into `IntegrityCheckingUniffiLib`
// we allow for ~2x as many methods in the UniffiLib interface.
//
// Note: above all written when we used JNA's `loadIndirect` etc.
// We now use JNA's "direct mapping" - unclear if same considerations apply exactly.
internal object IntegrityCheckingUniffiLib {
    init {
        Native.register(IntegrityCheckingUniffiLib::class.java, findLibraryName(componentName = "binsign"))
        uniffiCheckContractApiVersion(this)
        uniffiCheckApiChecksums(this)
    }

    internal fun ensureInitialized() = Unit
    external fun uniffi_binsign_mobile_checksum_func_version(
    ): Int
    external fun uniffi_binsign_mobile_checksum_func_refuse(
    ): Int
    external fun uniffi_binsign_mobile_checksum_func_without_key(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_externalkey_begin(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_externalkey_key_type(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_pendingrequest_drop_unsigned(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_pendingrequest_finish(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_pendingrequest_payload(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_check(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_clear(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_explain(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_key_state(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_observe(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_observe_time(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_observed(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_revoke(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_save(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_suspend(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_tell(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_terminate(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_guard_told(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_create_time_ms(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_findings(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_has_unknown_grant(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_is_ip_restricted(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_permissions(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_received_ms(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_keyinfo_trading_expires_ms(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_app(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_bytes(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_name(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_permissions(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_purpose(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_sha256(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_toml(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_policy_version(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_signer_key_type(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_signer_revoke(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_signer_sign(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_signer_terminate(
    ): Int
    external fun uniffi_binsign_mobile_checksum_method_signer_wipe(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_externalkey_new(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_der(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_pem(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_guard_new(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_keyinfo_from_json(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_policy_compiled(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_policy_from_toml(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_policy_sealed(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_policy_signed(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_signer_encrypted_pem(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_signer_hmac(
    ): Int
    external fun uniffi_binsign_mobile_checksum_constructor_signer_pem(
    ): Int
    external fun ffi_binsign_mobile_uniffi_contract_version(
    ): Int


}

internal object UniffiLib {

    // The Cleaner for the whole library
    internal val CLEANER: UniffiCleaner by lazy {
        UniffiCleaner.create()
    }


    init {
        Native.register(UniffiLib::class.java, findLibraryName(componentName = "binsign"))

    }

    internal fun ensureInitialized() = Unit
    external fun uniffi_binsign_mobile_fn_clone_externalkey(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_externalkey(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_constructor_externalkey_new(`apiKey`: RustBuffer.ByValue,`keyType`: RustBuffer.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_externalkey_with_public_der(`apiKey`: RustBuffer.ByValue,`publicKey`: ForeignBytes.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_externalkey_with_public_pem(`apiKey`: RustBuffer.ByValue,`publicKey`: ForeignBytes.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_externalkey_begin(`ptr`: Long,`call`: RustBuffer.ByValue,`circumstances`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_externalkey_key_type(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_externalkey_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_externalkey_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_clone_pendingrequest(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_pendingrequest(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_pendingrequest_drop_unsigned(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_pendingrequest_finish(`ptr`: Long,`signature`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_pendingrequest_payload(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_pendingrequest_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_pendingrequest_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_clone_guard(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_guard(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_constructor_guard_new(`policy`: RustBuffer.ByValue,`app`: RustBuffer.ByValue,`state`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_guard_check(`ptr`: Long,`call`: RustBuffer.ByValue,`circumstances`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_clear(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_explain(`ptr`: Long,`call`: RustBuffer.ByValue,`circumstances`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_key_state(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_observe(`ptr`: Long,`request`: RustBuffer.ByValue,`status`: Short,`headers`: RustBuffer.ByValue,`body`: ForeignBytes.ByValue,`nowMs`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_observe_time(`ptr`: Long,`sentMs`: Long,`receivedMs`: Long,`serverMs`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_observed(`ptr`: Long,`clock`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_revoke(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_save(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_suspend(`ptr`: Long,`reason`: Int,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_tell(`ptr`: Long,`info`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_terminate(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_guard_told(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_guard_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_clone_keyinfo(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_keyinfo(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_constructor_keyinfo_from_json(`body`: ForeignBytes.ByValue,`receivedMs`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_keyinfo_create_time_ms(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_keyinfo_findings(`ptr`: Long,`needed`: RustBuffer.ByValue,`declared`: RustBuffer.ByValue,`nowMs`: RustBuffer.ByValue,`maxAgeMs`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_keyinfo_has_unknown_grant(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Byte
    external fun uniffi_binsign_mobile_fn_method_keyinfo_is_ip_restricted(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Byte
    external fun uniffi_binsign_mobile_fn_method_keyinfo_permissions(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_keyinfo_received_ms(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_keyinfo_trading_expires_ms(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_keyinfo_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_keyinfo_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_clone_policy(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_policy(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_constructor_policy_compiled(`bytes`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_policy_from_toml(`text`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_policy_sealed(`bytes`: ForeignBytes.ByValue,`secret`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_policy_signed(`bytes`: ForeignBytes.ByValue,`owner`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_policy_app(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_bytes(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_name(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_permissions(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_purpose(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_sha256(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_toml(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_version(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Int
    external fun uniffi_binsign_mobile_fn_method_policy_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_policy_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_clone_signer(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_free_signer(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_constructor_signer_encrypted_pem(`apiKey`: RustBuffer.ByValue,`pem`: ForeignBytes.ByValue,`passphrase`: ForeignBytes.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_signer_hmac(`apiKey`: RustBuffer.ByValue,`secret`: ForeignBytes.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_constructor_signer_pem(`apiKey`: RustBuffer.ByValue,`pem`: ForeignBytes.ByValue,`guard`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun uniffi_binsign_mobile_fn_method_signer_key_type(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_signer_revoke(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_signer_sign(`ptr`: Long,`call`: RustBuffer.ByValue,`circumstances`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_signer_terminate(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_signer_wipe(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_method_signer_uniffi_trait_debug(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_signer_uniffi_trait_display(`ptr`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_refusal_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_parameter_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_circumstances_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_savedstate_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_header_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_method_signedrequest_uniffi_trait_display(`ptr`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_func_version(uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun uniffi_binsign_mobile_fn_func_refuse(`number`: Short,`position`: Short,`name`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun uniffi_binsign_mobile_fn_func_without_key(`call`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun ffi_binsign_mobile_rustbuffer_alloc(`size`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun ffi_binsign_mobile_rustbuffer_from_bytes(`bytes`: ForeignBytes.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun ffi_binsign_mobile_rustbuffer_free(`buf`: RustBuffer.ByValue,uniffi_out_err: UniffiRustCallStatus,
    ): Unit
    external fun ffi_binsign_mobile_rustbuffer_reserve(`buf`: RustBuffer.ByValue,`additional`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun ffi_binsign_mobile_rust_future_poll_u8(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_u8(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_u8(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_u8(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Int
    external fun ffi_binsign_mobile_rust_future_poll_i8(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_i8(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_i8(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_i8(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Byte
    external fun ffi_binsign_mobile_rust_future_poll_u16(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_u16(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_u16(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_u16(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Int
    external fun ffi_binsign_mobile_rust_future_poll_i16(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_i16(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_i16(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_i16(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Short
    external fun ffi_binsign_mobile_rust_future_poll_u32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_u32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_u32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_u32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Int
    external fun ffi_binsign_mobile_rust_future_poll_i32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_i32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_i32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_i32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Int
    external fun ffi_binsign_mobile_rust_future_poll_u64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_u64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_u64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_u64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun ffi_binsign_mobile_rust_future_poll_i64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_i64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_i64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_i64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Long
    external fun ffi_binsign_mobile_rust_future_poll_f32(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_f32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_f32(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_f32(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Float
    external fun ffi_binsign_mobile_rust_future_poll_f64(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_f64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_f64(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_f64(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Double
    external fun ffi_binsign_mobile_rust_future_poll_rust_buffer(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_rust_buffer(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_rust_buffer(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_rust_buffer(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): RustBuffer.ByValue
    external fun ffi_binsign_mobile_rust_future_poll_void(`handle`: Long,`callback`: UniffiRustFutureContinuationCallback,`callbackData`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_cancel_void(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_free_void(`handle`: Long,
    ): Unit
    external fun ffi_binsign_mobile_rust_future_complete_void(`handle`: Long,uniffi_out_err: UniffiRustCallStatus,
    ): Unit


}

private fun uniffiCheckContractApiVersion(lib: IntegrityCheckingUniffiLib) {
    // Get the bindings contract version from our ComponentInterface
    val bindings_contract_version = 30
    // Get the scaffolding contract version by calling the into the dylib
    val scaffolding_contract_version = lib.ffi_binsign_mobile_uniffi_contract_version()
    if (bindings_contract_version != scaffolding_contract_version) {
        throw RuntimeException("UniFFI contract version mismatch: try cleaning and rebuilding your project")
    }
}
@Suppress("UNUSED_PARAMETER")
private fun uniffiCheckApiChecksums(lib: IntegrityCheckingUniffiLib) {
    if ((lib.uniffi_binsign_mobile_checksum_func_version() and 0xFFFF) != 58141) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_func_refuse() and 0xFFFF) != 9606) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_func_without_key() and 0xFFFF) != 17805) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_externalkey_begin() and 0xFFFF) != 8924) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_externalkey_key_type() and 0xFFFF) != 57019) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_pendingrequest_drop_unsigned() and 0xFFFF) != 1178) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_pendingrequest_finish() and 0xFFFF) != 31666) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_pendingrequest_payload() and 0xFFFF) != 12034) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_check() and 0xFFFF) != 27975) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_clear() and 0xFFFF) != 20407) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_explain() and 0xFFFF) != 8291) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_key_state() and 0xFFFF) != 33026) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_observe() and 0xFFFF) != 15362) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_observe_time() and 0xFFFF) != 37438) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_observed() and 0xFFFF) != 5702) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_revoke() and 0xFFFF) != 13563) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_save() and 0xFFFF) != 16486) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_suspend() and 0xFFFF) != 65426) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_tell() and 0xFFFF) != 57408) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_terminate() and 0xFFFF) != 22699) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_guard_told() and 0xFFFF) != 13662) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_create_time_ms() and 0xFFFF) != 29485) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_findings() and 0xFFFF) != 53066) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_has_unknown_grant() and 0xFFFF) != 14161) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_is_ip_restricted() and 0xFFFF) != 38612) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_permissions() and 0xFFFF) != 15334) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_received_ms() and 0xFFFF) != 64107) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_keyinfo_trading_expires_ms() and 0xFFFF) != 5080) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_app() and 0xFFFF) != 10442) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_bytes() and 0xFFFF) != 50028) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_name() and 0xFFFF) != 29905) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_permissions() and 0xFFFF) != 34936) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_purpose() and 0xFFFF) != 35980) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_sha256() and 0xFFFF) != 37286) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_toml() and 0xFFFF) != 53115) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_policy_version() and 0xFFFF) != 31115) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_signer_key_type() and 0xFFFF) != 28884) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_signer_revoke() and 0xFFFF) != 33198) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_signer_sign() and 0xFFFF) != 62992) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_signer_terminate() and 0xFFFF) != 35084) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_method_signer_wipe() and 0xFFFF) != 23981) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_externalkey_new() and 0xFFFF) != 18636) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_der() and 0xFFFF) != 12948) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_externalkey_with_public_pem() and 0xFFFF) != 22184) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_guard_new() and 0xFFFF) != 13965) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_keyinfo_from_json() and 0xFFFF) != 32563) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_policy_compiled() and 0xFFFF) != 6500) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_policy_from_toml() and 0xFFFF) != 62074) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_policy_sealed() and 0xFFFF) != 17520) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_policy_signed() and 0xFFFF) != 41285) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_signer_encrypted_pem() and 0xFFFF) != 52328) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_signer_hmac() and 0xFFFF) != 38267) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
    if ((lib.uniffi_binsign_mobile_checksum_constructor_signer_pem() and 0xFFFF) != 47520) {
        throw RuntimeException("UniFFI API checksum mismatch: try cleaning and rebuilding your project")
    }
}

/**
 * @suppress
 */
public fun uniffiEnsureInitialized() {
    // Call arbitrary methods on IntegrityCheckingUniffiLib and UniffiLib to ensure that
    // their init blocks run. This ensures initialization across crates works as expected.
    IntegrityCheckingUniffiLib.ensureInitialized()
    UniffiLib.ensureInitialized()
}

// Async support

// Public interface members begin here.


// Interface implemented by anything that can contain an object reference.
//
// Such types expose a `destroy()` method that must be called to cleanly
// dispose of the contained objects. Failure to call this method may result
// in memory leaks.
//
// The easiest way to ensure this method is called is to use the `.use`
// helper method to execute a block and destroy the object at the end.
interface Disposable {
    fun destroy()
    companion object {
        fun destroy(vararg args: Any?) {
            for (arg in args) {
                when (arg) {
                    is Disposable -> arg.destroy()
                    is ArrayList<*> -> {
                        for (idx in arg.indices) {
                            val element = arg[idx]
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                    is Map<*, *> -> {
                        for (element in arg.values) {
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                    is Iterable<*> -> {
                        for (element in arg) {
                            if (element is Disposable) {
                                element.destroy()
                            }
                        }
                    }
                }
            }
        }
    }
}

/**
 * @suppress
 */
inline fun <T : Disposable?, R> T.use(block: (T) -> R) =
    try {
        block(this)
    } finally {
        try {
            // N.B. our implementation is on the nullable type `Disposable?`.
            this?.destroy()
        } catch (e: Throwable) {
            // swallow
        }
    }

/**
 * Placeholder object used to signal that we're constructing an interface with a FFI handle.
 *
 * This is the first argument for interface constructors that input a raw handle. It exists is that
 * so we can avoid signature conflicts when an interface has a regular constructor than inputs a
 * Long.
 *
 * @suppress
 * */
object UniffiWithHandle

/**
 * Used to instantiate an interface without an actual pointer, for fakes in tests, mostly.
 *
 * @suppress
 * */
object NoHandle
/**
 * The cleaner interface for Object finalization code to run.
 * This is the entry point to any implementation that we're using.
 *
 * The cleaner registers objects and returns cleanables, so now we are
 * defining a `UniffiCleaner` with a `UniffiClenaer.Cleanable` to abstract the
 * different implmentations available at compile time.
 *
 * @suppress
 */
interface UniffiCleaner {
    interface Cleanable {
        fun clean()
    }

    fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable

    companion object
}

// The fallback Jna cleaner, which is available for both Android, and the JVM.
private class UniffiJnaCleaner : UniffiCleaner {
    private val cleaner = com.sun.jna.internal.Cleaner.getCleaner()

    override fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable =
        UniffiJnaCleanable(cleaner.register(value, cleanUpTask))
}

private class UniffiJnaCleanable(
    private val cleanable: com.sun.jna.internal.Cleaner.Cleanable,
) : UniffiCleaner.Cleanable {
    override fun clean() = cleanable.clean()
}


// We decide at uniffi binding generation time whether we were
// using Android or not.
// There are further runtime checks to chose the correct implementation
// of the cleaner.
private fun UniffiCleaner.Companion.create(): UniffiCleaner =
    try {
        // For safety's sake: if the library hasn't been run in android_cleaner = true
        // mode, but is being run on Android, then we still need to think about
        // Android API versions.
        // So we check if java.lang.ref.Cleaner is there, and use that…
        java.lang.Class.forName("java.lang.ref.Cleaner")
        JavaLangRefCleaner()
    } catch (e: ClassNotFoundException) {
        // … otherwise, fallback to the JNA cleaner.
        UniffiJnaCleaner()
    }

private class JavaLangRefCleaner : UniffiCleaner {
    val cleaner = java.lang.ref.Cleaner.create()

    override fun register(value: Any, cleanUpTask: Runnable): UniffiCleaner.Cleanable =
        JavaLangRefCleanable(cleaner.register(value, cleanUpTask))
}

private class JavaLangRefCleanable(
    val cleanable: java.lang.ref.Cleaner.Cleanable
) : UniffiCleaner.Cleanable {
    override fun clean() = cleanable.clean()
}

/**
 * @suppress
 */
public object FfiConverterUShort: FfiConverter<UShort, Short> {
    override fun lift(value: Short): UShort {
        return value.toUShort()
    }

    fun lift(value: Int): UShort {
        return value.toUShort()
    }

    override fun read(buf: ByteBuffer): UShort {
        return lift(buf.getShort())
    }

    override fun lower(value: UShort): Short {
        return value.toShort()
    }

    override fun allocationSize(value: UShort) = 2UL

    override fun write(value: UShort, buf: ByteBuffer) {
        buf.putShort(value.toShort())
    }
}

/**
 * @suppress
 */
public object FfiConverterUInt: FfiConverter<UInt, Int> {
    override fun lift(value: Int): UInt {
        return value.toUInt()
    }

    override fun read(buf: ByteBuffer): UInt {
        return lift(buf.getInt())
    }

    override fun lower(value: UInt): Int {
        return value.toInt()
    }

    override fun allocationSize(value: UInt) = 4UL

    override fun write(value: UInt, buf: ByteBuffer) {
        buf.putInt(value.toInt())
    }
}

/**
 * @suppress
 */
public object FfiConverterInt: FfiConverter<Int, Int> {
    override fun lift(value: Int): Int {
        return value
    }

    override fun read(buf: ByteBuffer): Int {
        return buf.getInt()
    }

    override fun lower(value: Int): Int {
        return value
    }

    override fun allocationSize(value: Int) = 4UL

    override fun write(value: Int, buf: ByteBuffer) {
        buf.putInt(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterULong: FfiConverter<ULong, Long> {
    override fun lift(value: Long): ULong {
        return value.toULong()
    }

    override fun read(buf: ByteBuffer): ULong {
        return lift(buf.getLong())
    }

    override fun lower(value: ULong): Long {
        return value.toLong()
    }

    override fun allocationSize(value: ULong) = 8UL

    override fun write(value: ULong, buf: ByteBuffer) {
        buf.putLong(value.toLong())
    }
}

/**
 * @suppress
 */
public object FfiConverterLong: FfiConverter<Long, Long> {
    override fun lift(value: Long): Long {
        return value
    }

    override fun read(buf: ByteBuffer): Long {
        return buf.getLong()
    }

    override fun lower(value: Long): Long {
        return value
    }

    override fun allocationSize(value: Long) = 8UL

    override fun write(value: Long, buf: ByteBuffer) {
        buf.putLong(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterFloat: FfiConverter<Float, Float> {
    override fun lift(value: Float): Float {
        return value
    }

    override fun read(buf: ByteBuffer): Float {
        return buf.getFloat()
    }

    override fun lower(value: Float): Float {
        return value
    }

    override fun allocationSize(value: Float) = 4UL

    override fun write(value: Float, buf: ByteBuffer) {
        buf.putFloat(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterDouble: FfiConverter<Double, Double> {
    override fun lift(value: Double): Double {
        return value
    }

    override fun read(buf: ByteBuffer): Double {
        return buf.getDouble()
    }

    override fun lower(value: Double): Double {
        return value
    }

    override fun allocationSize(value: Double) = 8UL

    override fun write(value: Double, buf: ByteBuffer) {
        buf.putDouble(value)
    }
}

/**
 * @suppress
 */
public object FfiConverterBoolean: FfiConverter<Boolean, Byte> {
    override fun lift(value: Byte): Boolean {
        return value.toInt() != 0
    }

    override fun read(buf: ByteBuffer): Boolean {
        return lift(buf.get())
    }

    override fun lower(value: Boolean): Byte {
        return if (value) 1.toByte() else 0.toByte()
    }

    override fun allocationSize(value: Boolean) = 1UL

    override fun write(value: Boolean, buf: ByteBuffer) {
        buf.put(lower(value))
    }
}

/**
 * @suppress
 */
public object FfiConverterString: FfiConverter<String, RustBuffer.ByValue> {
    // Note: we don't inherit from FfiConverterRustBuffer, because we use a
    // special encoding when lowering/lifting.  We can use `RustBuffer.len` to
    // store our length and avoid writing it out to the buffer.
    override fun lift(value: RustBuffer.ByValue): String {
        try {
            val byteArr = ByteArray(value.len.toInt())
            value.asByteBuffer()!!.get(byteArr)
            return byteArr.toString(Charsets.UTF_8)
        } finally {
            RustBuffer.free(value)
        }
    }

    override fun read(buf: ByteBuffer): String {
        val len = buf.getInt()
        val byteArr = ByteArray(len)
        buf.get(byteArr)
        return byteArr.toString(Charsets.UTF_8)
    }

    fun toUtf8(value: String): ByteBuffer {
        // Make sure we don't have invalid UTF-16, check for lone surrogates.
        return Charsets.UTF_8.newEncoder().run {
            onMalformedInput(CodingErrorAction.REPORT)
            encode(CharBuffer.wrap(value))
        }
    }

    override fun lower(value: String): RustBuffer.ByValue {
        val byteBuf = toUtf8(value)
        // Ideally we'd pass these bytes to `ffi_bytebuffer_from_bytes`, but doing so would require us
        // to copy them into a JNA `Memory`. So we might as well directly copy them into a `RustBuffer`.
        val rbuf = RustBuffer.alloc(byteBuf.limit().toULong())
        rbuf.asByteBuffer()!!.put(byteBuf)
        return rbuf
    }

    // We aren't sure exactly how many bytes our string will be once it's UTF-8
    // encoded.  Allocate 3 bytes per UTF-16 code unit which will always be
    // enough.
    override fun allocationSize(value: String): ULong {
        val sizeForLength = 4UL
        val sizeForString = value.length.toULong() * 3UL
        return sizeForLength + sizeForString
    }

    override fun write(value: String, buf: ByteBuffer) {
        val byteBuf = toUtf8(value)
        buf.putInt(byteBuf.limit())
        buf.put(byteBuf)
    }
}

/**
 * @suppress
 */
public object FfiConverterByteArray: FfiConverterRustBuffer<ByteArray> {
    override fun read(buf: ByteBuffer): ByteArray {
        val len = buf.getInt()
        val byteArr = ByteArray(len)
        buf.get(byteArr)
        return byteArr
    }
    override fun allocationSize(value: ByteArray): ULong {
        return 4UL + value.size.toULong()
    }
    override fun write(value: ByteArray, buf: ByteBuffer) {
        buf.putInt(value.size)
        buf.put(value)
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * The API key and the type of a key whose secret is elsewhere: in Android's Keystore, in a Secure Enclave, in a service.
 */
public interface ExternalKeyInterface {

    /**
     * Has the gate decide on the call, and begins to sign it.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    fun `begin`(`call`: Call, `circumstances`: Circumstances): PendingRequest

    /**
     * How the key signs.
     */
    fun `keyType`(): KeyType

    companion object
}

/**
 * The API key and the type of a key whose secret is elsewhere: in Android's Keystore, in a Secure Enclave, in a service.
 */
open class ExternalKey: Disposable, AutoCloseable, ExternalKeyInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }
    /**
     * A key of which no more is known than its type: its signatures are taken as they come.
     *
     * # Errors
     * `API_KEY_MALFORMED`.
     */
    constructor(`apiKey`: kotlin.String, `keyType`: KeyType, `guard`: Guard) :
        this(UniffiWithHandle,
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_externalkey_new(


        FfiConverterString.lower(`apiKey`),
        FfiConverterTypeKeyType.lower(`keyType`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_externalkey(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_externalkey(handle, status)
        }
    }


    /**
     * Has the gate decide on the call, and begins to sign it.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    @Throws(Refusal::class)override fun `begin`(`call`: Call, `circumstances`: Circumstances): PendingRequest {
            return FfiConverterTypePendingRequest.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_externalkey_begin(
        it,

        FfiConverterTypeCall.lower(`call`),
        FfiConverterTypeCircumstances.lower(`circumstances`),_status)
}
    }
    )
    }



    /**
     * How the key signs.
     */override fun `keyType`(): KeyType {
            return FfiConverterTypeKeyType.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_externalkey_key_type(
        it,
        _status)
}
    }
    )
    }






    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_externalkey_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }


    companion object {

    /**
     * The same for a public key in DER (`SubjectPublicKeyInfo`).
     *
     * # Errors
     * Those of [`with_public_pem`](Self::with_public_pem).
     */
    @Throws(Refusal::class) fun `withPublicDer`(`apiKey`: kotlin.String, `publicKey`: java.nio.ByteBuffer, `guard`: Guard): ExternalKey {
            return FfiConverterTypeExternalKey.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_externalkey_with_public_der(


        FfiConverterString.lower(`apiKey`),
        FfiConverterByRefBytes.lower(`publicKey`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )
    }



    /**
     * A key whose public half is known, in PEM: its signatures are verified before they go out.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like for what is no such key.
     */
    @Throws(Refusal::class) fun `withPublicPem`(`apiKey`: kotlin.String, `publicKey`: java.nio.ByteBuffer, `guard`: Guard): ExternalKey {
            return FfiConverterTypeExternalKey.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_externalkey_with_public_pem(


        FfiConverterString.lower(`apiKey`),
        FfiConverterByRefBytes.lower(`publicKey`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )
    }



    }

}


/**
 * @suppress
 */
public object FfiConverterTypeExternalKey: FfiConverter<ExternalKey, Long> {
    override fun lower(value: ExternalKey): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): ExternalKey {
        return ExternalKey(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): ExternalKey {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: ExternalKey) = 8UL

    override fun write(value: ExternalKey, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * Decides on calls: by a policy with its state, or by the catalogue of documented routes alone. Threads may share it.
 */
public interface GuardInterface {

    /**
     * What the gate would decide on the call; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    fun `check`(`call`: Call, `circumstances`: Circumstances)

    /**
     * The owner has looked at why the key was suspended, and lifts it.
     */
    fun `clear`()

    /**
     * Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests, where there is nothing to decide on.
     */
    fun `explain`(`call`: Call, `circumstances`: Circumstances): List<kotlin.String>

    /**
     * The state of the key; active where there is no policy.
     */
    fun `keyState`(): KeyState

    /**
     * Learns from the answer to a request that this guard allowed: the status of HTTP (0 for a message of the WebSocket
     * API or where no answer came), the headers, the body; `now_ms` is when it came, now where nothing is said.
     *
     * Nothing where there is no policy.
     */
    fun `observe`(`request`: SignedRequest, `status`: kotlin.UShort, `headers`: List<Header>, `body`: java.nio.ByteBuffer, `nowMs`: kotlin.Long?): Observed?

    /**
     * Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in
     * ms since 1970.
     */
    fun `observeTime`(`sentMs`: kotlin.Long, `receivedMs`: kotlin.Long, `serverMs`: kotlin.Long)

    /**
     * What is known without an answer.
     */
    fun `observed`(`clock`: Clock): Observed?

    /**
     * Nothing is ever signed again.
     */
    fun `revoke`()

    /**
     * The state as bytes; nothing where there is no policy.
     */
    fun `save`(): SavedState?

    /**
     * Nothing is signed until [`clear`](Self::clear).
     */
    fun `suspend`(`reason`: kotlin.Int)

    /**
     * Tells what the exchange says of the key.
     */
    fun `tell`(`info`: KeyInfo)

    /**
     * The agreement has ended: nothing is ever signed again.
     */
    fun `terminate`()

    /**
     * What the exchange said of the key last, where it was told.
     */
    fun `told`(): KeyInfo?

    companion object
}

/**
 * Decides on calls: by a policy with its state, or by the catalogue of documented routes alone. Threads may share it.
 */
open class Guard: Disposable, AutoCloseable, GuardInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }
    /**
     * A guard by a policy, for an application, with a state that was saved; without a policy it allows every documented
     * route.
     *
     * # Errors
     * `STATE_MALFORMED`, `STATE_ROLLED_BACK`, `POLICY_ROLLED_BACK`.
     */
    constructor(`policy`: Policy?, `app`: kotlin.String?, `state`: SavedState?) :
        this(UniffiWithHandle,
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_guard_new(


        FfiConverterOptionalTypePolicy.lower(`policy`),
        FfiConverterOptionalString.lower(`app`),
        FfiConverterOptionalTypeSavedState.lower(`state`),_status)
}
    )

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_guard(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_guard(handle, status)
        }
    }


    /**
     * What the gate would decide on the call; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests and of its gate.
     */
    @Throws(Refusal::class)override fun `check`(`call`: Call, `circumstances`: Circumstances)
        =
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_check(
        it,

        FfiConverterTypeCall.lower(`call`),
        FfiConverterTypeCircumstances.lower(`circumstances`),_status)
}
    }




    /**
     * The owner has looked at why the key was suspended, and lifts it.
     */override fun `clear`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_clear(
        it,
        _status)
}
    }




    /**
     * Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
     *
     * # Errors
     * Those of binsign's requests, where there is nothing to decide on.
     */
    @Throws(Refusal::class)override fun `explain`(`call`: Call, `circumstances`: Circumstances): List<kotlin.String> {
            return FfiConverterSequenceString.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_explain(
        it,

        FfiConverterTypeCall.lower(`call`),
        FfiConverterTypeCircumstances.lower(`circumstances`),_status)
}
    }
    )
    }



    /**
     * The state of the key; active where there is no policy.
     */override fun `keyState`(): KeyState {
            return FfiConverterTypeKeyState.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_key_state(
        it,
        _status)
}
    }
    )
    }



    /**
     * Learns from the answer to a request that this guard allowed: the status of HTTP (0 for a message of the WebSocket
     * API or where no answer came), the headers, the body; `now_ms` is when it came, now where nothing is said.
     *
     * Nothing where there is no policy.
     */override fun `observe`(`request`: SignedRequest, `status`: kotlin.UShort, `headers`: List<Header>, `body`: java.nio.ByteBuffer, `nowMs`: kotlin.Long?): Observed? {
            return FfiConverterOptionalTypeObserved.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_observe(
        it,

        FfiConverterTypeSignedRequest.lower(`request`),
        FfiConverterUShort.lower(`status`),
        FfiConverterSequenceTypeHeader.lower(`headers`),
        FfiConverterByRefBytes.lower(`body`),
        FfiConverterOptionalLong.lower(`nowMs`),_status)
}
    }
    )
    }



    /**
     * Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in
     * ms since 1970.
     */override fun `observeTime`(`sentMs`: kotlin.Long, `receivedMs`: kotlin.Long, `serverMs`: kotlin.Long)
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_observe_time(
        it,

        FfiConverterLong.lower(`sentMs`),
        FfiConverterLong.lower(`receivedMs`),
        FfiConverterLong.lower(`serverMs`),_status)
}
    }




    /**
     * What is known without an answer.
     */override fun `observed`(`clock`: Clock): Observed? {
            return FfiConverterOptionalTypeObserved.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_observed(
        it,

        FfiConverterTypeClock.lower(`clock`),_status)
}
    }
    )
    }



    /**
     * Nothing is ever signed again.
     */override fun `revoke`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_revoke(
        it,
        _status)
}
    }




    /**
     * The state as bytes; nothing where there is no policy.
     */override fun `save`(): SavedState? {
            return FfiConverterOptionalTypeSavedState.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_save(
        it,
        _status)
}
    }
    )
    }



    /**
     * Nothing is signed until [`clear`](Self::clear).
     */override fun `suspend`(`reason`: kotlin.Int)
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_suspend(
        it,

        FfiConverterInt.lower(`reason`),_status)
}
    }




    /**
     * Tells what the exchange says of the key.
     */override fun `tell`(`info`: KeyInfo)
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_tell(
        it,

        FfiConverterTypeKeyInfo.lower(`info`),_status)
}
    }




    /**
     * The agreement has ended: nothing is ever signed again.
     */override fun `terminate`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_terminate(
        it,
        _status)
}
    }




    /**
     * What the exchange said of the key last, where it was told.
     */override fun `told`(): KeyInfo? {
            return FfiConverterOptionalTypeKeyInfo.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_told(
        it,
        _status)
}
    }
    )
    }






    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_guard_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }



    /**
     * @suppress
     */
    companion object

}


/**
 * @suppress
 */
public object FfiConverterTypeGuard: FfiConverter<Guard, Long> {
    override fun lower(value: Guard): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): Guard {
        return Guard(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): Guard {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: Guard) = 8UL

    override fun write(value: Guard, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
 */
public interface KeyInfoInterface {

    /**
     * When the key was created, in ms since 1970.
     */
    fun `createTimeMs`(): kotlin.Long?

    /**
     * What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is
     * needed (where nothing is said, what is granted), now where no time is given. An answer older than `max_age_ms`
     * is a finding, too.
     *
     * # Errors
     * `VALUE_TYPE` for a permission that is none.
     */
    fun `findings`(`needed`: List<kotlin.String>?, `declared`: Declared, `nowMs`: kotlin.Long?, `maxAgeMs`: kotlin.Long?): List<Finding>

    /**
     * Whether the answer grants something that binsign does not know.
     */
    fun `hasUnknownGrant`(): kotlin.Boolean

    /**
     * Whether the exchange takes the key from trusted addresses only.
     */
    fun `isIpRestricted`(): kotlin.Boolean

    /**
     * What is granted, the worst first, as `apiRestrictions` names it.
     */
    fun `permissions`(): List<kotlin.String>

    /**
     * When the answer came, in ms since 1970.
     */
    fun `receivedMs`(): kotlin.Long

    /**
     * When trading on Spot and margin expires, in ms since 1970; only old answers have it.
     */
    fun `tradingExpiresMs`(): kotlin.Long?

    companion object
}

/**
 * What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
 */
open class KeyInfo: Disposable, AutoCloseable, KeyInfoInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_keyinfo(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_keyinfo(handle, status)
        }
    }


    /**
     * When the key was created, in ms since 1970.
     */override fun `createTimeMs`(): kotlin.Long? {
            return FfiConverterOptionalLong.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_create_time_ms(
        it,
        _status)
}
    }
    )
    }



    /**
     * What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is
     * needed (where nothing is said, what is granted), now where no time is given. An answer older than `max_age_ms`
     * is a finding, too.
     *
     * # Errors
     * `VALUE_TYPE` for a permission that is none.
     */
    @Throws(Refusal::class)override fun `findings`(`needed`: List<kotlin.String>?, `declared`: Declared, `nowMs`: kotlin.Long?, `maxAgeMs`: kotlin.Long?): List<Finding> {
            return FfiConverterSequenceTypeFinding.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_findings(
        it,

        FfiConverterOptionalSequenceString.lower(`needed`),
        FfiConverterTypeDeclared.lower(`declared`),
        FfiConverterOptionalLong.lower(`nowMs`),
        FfiConverterOptionalLong.lower(`maxAgeMs`),_status)
}
    }
    )
    }



    /**
     * Whether the answer grants something that binsign does not know.
     */override fun `hasUnknownGrant`(): kotlin.Boolean {
            return FfiConverterBoolean.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_has_unknown_grant(
        it,
        _status)
}
    }
    )
    }



    /**
     * Whether the exchange takes the key from trusted addresses only.
     */override fun `isIpRestricted`(): kotlin.Boolean {
            return FfiConverterBoolean.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_is_ip_restricted(
        it,
        _status)
}
    }
    )
    }



    /**
     * What is granted, the worst first, as `apiRestrictions` names it.
     */override fun `permissions`(): List<kotlin.String> {
            return FfiConverterSequenceString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_permissions(
        it,
        _status)
}
    }
    )
    }



    /**
     * When the answer came, in ms since 1970.
     */override fun `receivedMs`(): kotlin.Long {
            return FfiConverterLong.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_received_ms(
        it,
        _status)
}
    }
    )
    }



    /**
     * When trading on Spot and margin expires, in ms since 1970; only old answers have it.
     */override fun `tradingExpiresMs`(): kotlin.Long? {
            return FfiConverterOptionalLong.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_trading_expires_ms(
        it,
        _status)
}
    }
    )
    }






    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_keyinfo_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }


    companion object {

    /**
     * Reads the body of an answer that came at `received_ms` (ms since 1970), now where nothing is said.
     *
     * # Errors
     * `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`.
     */
    @Throws(Refusal::class) fun `fromJson`(`body`: java.nio.ByteBuffer, `receivedMs`: kotlin.Long?): KeyInfo {
            return FfiConverterTypeKeyInfo.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_keyinfo_from_json(


        FfiConverterByRefBytes.lower(`body`),
        FfiConverterOptionalLong.lower(`receivedMs`),_status)
}
    )
    }



    }

}


/**
 * @suppress
 */
public object FfiConverterTypeKeyInfo: FfiConverter<KeyInfo, Long> {
    override fun lower(value: KeyInfo): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): KeyInfo {
        return KeyInfo(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): KeyInfo {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: KeyInfo) = 8UL

    override fun write(value: KeyInfo, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * A request with a verdict that waits for its signature.
 */
public interface PendingRequestInterface {

    /**
     * Gives the request up, and wipes it. A second time does nothing.
     */
    fun `dropUnsigned`()

    /**
     * Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA;
     * none where none is needed. The request is used up, whatever comes of it.
     *
     * # Errors
     * `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time.
     */
    fun `finish`(`signature`: java.nio.ByteBuffer): SignedRequest

    /**
     * What is to be signed; nothing where the request needs no signature.
     *
     * # Errors
     * `HANDLE_USED_UP` after [`finish`](Self::finish).
     */
    fun `payload`(): kotlin.ByteArray?

    companion object
}

/**
 * A request with a verdict that waits for its signature.
 */
open class PendingRequest: Disposable, AutoCloseable, PendingRequestInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_pendingrequest(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_pendingrequest(handle, status)
        }
    }


    /**
     * Gives the request up, and wipes it. A second time does nothing.
     */override fun `dropUnsigned`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_pendingrequest_drop_unsigned(
        it,
        _status)
}
    }




    /**
     * Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA;
     * none where none is needed. The request is used up, whatever comes of it.
     *
     * # Errors
     * `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time.
     */
    @Throws(Refusal::class)override fun `finish`(`signature`: java.nio.ByteBuffer): SignedRequest {
            return FfiConverterTypeSignedRequest.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_pendingrequest_finish(
        it,

        FfiConverterByRefBytes.lower(`signature`),_status)
}
    }
    )
    }



    /**
     * What is to be signed; nothing where the request needs no signature.
     *
     * # Errors
     * `HANDLE_USED_UP` after [`finish`](Self::finish).
     */
    @Throws(Refusal::class)override fun `payload`(): kotlin.ByteArray? {
            return FfiConverterOptionalByteArray.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_pendingrequest_payload(
        it,
        _status)
}
    }
    )
    }






    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_pendingrequest_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }



    /**
     * @suppress
     */
    companion object

}


/**
 * @suppress
 */
public object FfiConverterTypePendingRequest: FfiConverter<PendingRequest, Long> {
    override fun lower(value: PendingRequest): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): PendingRequest {
        return PendingRequest(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): PendingRequest {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: PendingRequest) = 8UL

    override fun write(value: PendingRequest, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * What one application may do with one key, as `docs/policy.md` has it: compiled, and read in place.
 */
public interface PolicyInterface {

    /**
     * The one application it is for, where it is for one.
     */
    fun `app`(): kotlin.String?

    /**
     * The compiled form, without the owner's signature.
     */
    fun `bytes`(): kotlin.ByteArray

    /**
     * The name.
     */
    fun `name`(): kotlin.String

    /**
     * What the key needs, as `apiRestrictions` names it.
     */
    fun `permissions`(): List<kotlin.String>

    /**
     * What it is for.
     */
    fun `purpose`(): kotlin.String

    /**
     * The SHA-256 of the compiled form: what tells two policies apart.
     */
    fun `sha256`(): kotlin.ByteArray

    /**
     * The policy as text.
     *
     * # Errors
     * None: what was compiled can be printed.
     */
    fun `toml`(): kotlin.String

    /**
     * The version, which rises with every change.
     */
    fun `version`(): kotlin.UInt

    companion object
}

/**
 * What one application may do with one key, as `docs/policy.md` has it: compiled, and read in place.
 */
open class Policy: Disposable, AutoCloseable, PolicyInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_policy(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_policy(handle, status)
        }
    }


    /**
     * The one application it is for, where it is for one.
     */override fun `app`(): kotlin.String? {
            return FfiConverterOptionalString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_app(
        it,
        _status)
}
    }
    )
    }



    /**
     * The compiled form, without the owner's signature.
     */override fun `bytes`(): kotlin.ByteArray {
            return FfiConverterByteArray.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_bytes(
        it,
        _status)
}
    }
    )
    }



    /**
     * The name.
     */override fun `name`(): kotlin.String {
            return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_name(
        it,
        _status)
}
    }
    )
    }



    /**
     * What the key needs, as `apiRestrictions` names it.
     */override fun `permissions`(): List<kotlin.String> {
            return FfiConverterSequenceString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_permissions(
        it,
        _status)
}
    }
    )
    }



    /**
     * What it is for.
     */override fun `purpose`(): kotlin.String {
            return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_purpose(
        it,
        _status)
}
    }
    )
    }



    /**
     * The SHA-256 of the compiled form: what tells two policies apart.
     */override fun `sha256`(): kotlin.ByteArray {
            return FfiConverterByteArray.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_sha256(
        it,
        _status)
}
    }
    )
    }



    /**
     * The policy as text.
     *
     * # Errors
     * None: what was compiled can be printed.
     */
    @Throws(Refusal::class)override fun `toml`(): kotlin.String {
            return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_toml(
        it,
        _status)
}
    }
    )
    }



    /**
     * The version, which rises with every change.
     */override fun `version`(): kotlin.UInt {
            return FfiConverterUInt.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_version(
        it,
        _status)
}
    }
    )
    }






    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_policy_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }


    companion object {

    /**
     * Takes a compiled policy that nobody has signed.
     *
     * # Errors
     * `POLICY_MALFORMED`.
     */
    @Throws(Refusal::class) fun `compiled`(`bytes`: java.nio.ByteBuffer): Policy {
            return FfiConverterTypePolicy.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_policy_compiled(


        FfiConverterByRefBytes.lower(`bytes`),_status)
}
    )
    }



    /**
     * Compiles the text of a policy (TOML).
     *
     * # Errors
     * `POLICY_TEXT`, with line and column.
     */
    @Throws(Refusal::class) fun `fromToml`(`text`: kotlin.String): Policy {
            return FfiConverterTypePolicy.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_policy_from_toml(


        FfiConverterString.lower(`text`),_status)
}
    )
    }



    /**
     * Takes a compiled policy with the seal of its owner (HMAC-SHA-256), with whom this side shares a secret.
     *
     * # Errors
     * `POLICY_SIGNATURE`, `POLICY_MALFORMED`, `SECRET_MALFORMED`.
     */
    @Throws(Refusal::class) fun `sealed`(`bytes`: java.nio.ByteBuffer, `secret`: java.nio.ByteBuffer): Policy {
            return FfiConverterTypePolicy.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_policy_sealed(


        FfiConverterByRefBytes.lower(`bytes`),
        FfiConverterByRefBytes.lower(`secret`),_status)
}
    )
    }



    /**
     * Takes a compiled policy with the signature of its owner, whose public key (Ed25519) is given in PEM.
     *
     * # Errors
     * `POLICY_SIGNATURE`, `POLICY_MALFORMED`, and those of a public key that is none.
     */
    @Throws(Refusal::class) fun `signed`(`bytes`: java.nio.ByteBuffer, `owner`: java.nio.ByteBuffer): Policy {
            return FfiConverterTypePolicy.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_policy_signed(


        FfiConverterByRefBytes.lower(`bytes`),
        FfiConverterByRefBytes.lower(`owner`),_status)
}
    )
    }



    }

}


/**
 * @suppress
 */
public object FfiConverterTypePolicy: FfiConverter<Policy, Long> {
    override fun lower(value: Policy): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): Policy {
        return Policy(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): Policy {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: Policy) = 8UL

    override fun write(value: Policy, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}


// This template implements a class for working with a Rust struct via a handle
// to the live Rust struct on the other side of the FFI.
//
// There's some subtlety here, because we have to be careful not to operate on a Rust
// struct after it has been dropped, and because we must expose a public API for freeing
// theq Kotlin wrapper object in lieu of reliable finalizers. The core requirements are:
//
//   * Each instance holds an opaque handle to the underlying Rust struct.
//     Method calls need to read this handle from the object's state and pass it in to
//     the Rust FFI.
//
//   * When an instance is no longer needed, its handle should be passed to a
//     special destructor function provided by the Rust FFI, which will drop the
//     underlying Rust struct.
//
//   * Given an instance, calling code is expected to call the special
//     `destroy` method in order to free it after use, either by calling it explicitly
//     or by using a higher-level helper like the `use` method. Failing to do so risks
//     leaking the underlying Rust struct.
//
//   * We can't assume that calling code will do the right thing, and must be prepared
//     to handle Kotlin method calls executing concurrently with or even after a call to
//     `destroy`, and to handle multiple (possibly concurrent!) calls to `destroy`.
//
//   * We must never allow Rust code to operate on the underlying Rust struct after
//     the destructor has been called, and must never call the destructor more than once.
//     Doing so may trigger memory unsafety.
//
//   * To mitigate many of the risks of leaking memory and use-after-free unsafety, a `Cleaner`
//     is implemented to call the destructor when the Kotlin object becomes unreachable.
//     This is done in a background thread. This is not a panacea, and client code should be aware that
//      1. the thread may starve if some there are objects that have poorly performing
//     `drop` methods or do significant work in their `drop` methods.
//      2. the thread is shared across the whole library. This can be tuned by using `android_cleaner = true`,
//         or `android = true` in the [`kotlin` section of the `uniffi.toml` file](https://mozilla.github.io/uniffi-rs/kotlin/configuration.html).
//
// If we try to implement this with mutual exclusion on access to the handle, there is the
// possibility of a race between a method call and a concurrent call to `destroy`:
//
//    * Thread A starts a method call, reads the value of the handle, but is interrupted
//      before it can pass the handle over the FFI to Rust.
//    * Thread B calls `destroy` and frees the underlying Rust struct.
//    * Thread A resumes, passing the already-read handle value to Rust and triggering
//      a use-after-free.
//
// One possible solution would be to use a `ReadWriteLock`, with each method call taking
// a read lock (and thus allowed to run concurrently) and the special `destroy` method
// taking a write lock (and thus blocking on live method calls). However, we aim not to
// generate methods with any hidden blocking semantics, and a `destroy` method that might
// block if called incorrectly seems to meet that bar.
//
// So, we achieve our goals by giving each instance an associated `AtomicLong` counter to track
// the number of in-flight method calls, and an `AtomicBoolean` flag to indicate whether `destroy`
// has been called. These are updated according to the following rules:
//
//    * The initial value of the counter is 1, indicating a live object with no in-flight calls.
//      The initial value for the flag is false.
//
//    * At the start of each method call, we atomically check the counter.
//      If it is 0 then the underlying Rust struct has already been destroyed and the call is aborted.
//      If it is nonzero them we atomically increment it by 1 and proceed with the method call.
//
//    * At the end of each method call, we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
//    * When `destroy` is called, we atomically flip the flag from false to true.
//      If the flag was already true we silently fail.
//      Otherwise we atomically decrement and check the counter.
//      If it has reached zero then we destroy the underlying Rust struct.
//
// Astute readers may observe that this all sounds very similar to the way that Rust's `Arc<T>` works,
// and indeed it is, with the addition of a flag to guard against multiple calls to `destroy`.
//
// The overall effect is that the underlying Rust struct is destroyed only when `destroy` has been
// called *and* all in-flight method calls have completed, avoiding violating any of the expectations
// of the underlying Rust code.
//
// This makes a cleaner a better alternative to _not_ calling `destroy()` as
// and when the object is finished with, but the abstraction is not perfect: if the Rust object's `drop`
// method is slow, and/or there are many objects to cleanup, and it's on a low end Android device, then the cleaner
// thread may be starved, and the app will leak memory.
//
// In this case, `destroy`ing manually may be a better solution.
//
// The cleaner can live side by side with the manual calling of `destroy`. In the order of responsiveness, uniffi objects
// with Rust peers are reclaimed:
//
// 1. By calling the `destroy` method of the object, which calls `rustObject.free()`. If that doesn't happen:
// 2. When the object becomes unreachable, AND the Cleaner thread gets to call `rustObject.free()`. If the thread is starved then:
// 3. The memory is reclaimed when the process terminates.
//
// [1] https://stackoverflow.com/questions/24376768/can-java-finalize-an-object-when-it-is-still-in-scope/24380219
//


/**
 * What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
 *
 * Signing from several threads at once is fine.
 */
public interface SignerInterface {

    /**
     * How the key signs.
     */
    fun `keyType`(): KeyType

    /**
     * Takes the key out of use for good, and wipes it.
     */
    fun `revoke`()

    /**
     * Has the gate decide on the call, and signs it.
     *
     * # Errors
     * Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
     */
    fun `sign`(`call`: Call, `circumstances`: Circumstances): SignedRequest

    /**
     * The agreement has ended: the key is out of use for good, and wiped.
     */
    fun `terminate`()

    /**
     * Wipes the key now; the handle signs nothing from here on. A second time does nothing.
     */
    fun `wipe`()

    companion object
}

/**
 * What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
 *
 * Signing from several threads at once is fine.
 */
open class Signer: Disposable, AutoCloseable, SignerInterface
{

    @Suppress("UNUSED_PARAMETER")
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
        this.handle = handle
        this.cleanable = UniffiLib.CLEANER.register(this, UniffiCleanAction(handle))
    }

    /**
     * @suppress
     *
     * This constructor can be used to instantiate a fake object. Only used for tests. Any
     * attempt to actually use an object constructed this way will fail as there is no
     * connected Rust object.
     */
    @Suppress("UNUSED_PARAMETER")
    constructor(noHandle: NoHandle) {
        this.handle = 0
        this.cleanable = null
    }

    protected val handle: Long
    protected val cleanable: UniffiCleaner.Cleanable?

    private val wasDestroyed = AtomicBoolean(false)
    private val callCounter = AtomicLong(1)

    /**
     * Whether the current object has been destroyed and its reference is gone in the Rust side.
     */
    val uniffiIsDestroyed: Boolean get() = wasDestroyed.get()

    override fun destroy() {
        // Only allow a single call to this method.
        // TODO: maybe we should log a warning if called more than once?
        if (this.wasDestroyed.compareAndSet(false, true)) {
            // This decrement always matches the initial count of 1 given at creation time.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    @Synchronized
    override fun close() {
        this.destroy()
    }

    internal inline fun <R> callWithHandle(block: (handle: Long) -> R): R {
        // Check and increment the call counter, to keep the object alive.
        // This needs a compare-and-set retry loop in case of concurrent updates.
        do {
            val c = this.callCounter.get()
            if (c == 0L) {
                throw IllegalStateException("${this.javaClass.simpleName} object has already been destroyed")
            }
            if (c == Long.MAX_VALUE) {
                throw IllegalStateException("${this.javaClass.simpleName} call counter would overflow")
            }
        } while (! this.callCounter.compareAndSet(c, c + 1L))
        // Now we can safely do the method call without the handle being freed concurrently.
        try {
            return block(this.uniffiCloneHandle())
        } finally {
            // This decrement always matches the increment we performed above.
            if (this.callCounter.decrementAndGet() == 0L) {
                cleanable?.clean()
            }
        }
    }

    // Use a static inner class instead of a closure so as not to accidentally
    // capture `this` as part of the cleanable's action.
    private class UniffiCleanAction(private val handle: Long) : Runnable {
        override fun run() {
            if (handle == 0.toLong()) {
                // Fake object created with `NoHandle`, don't try to free.
                return;
            }
            uniffiRustCall { status ->
                UniffiLib.uniffi_binsign_mobile_fn_free_signer(handle, status)
            }
        }
    }

    /**
     * @suppress
     */
    fun uniffiCloneHandle(): Long {
        if (handle == 0.toLong()) {
            throw InternalException("uniffiCloneHandle() called on NoHandle object");
        }
        return uniffiRustCall() { status ->
            UniffiLib.uniffi_binsign_mobile_fn_clone_signer(handle, status)
        }
    }


    /**
     * How the key signs.
     */override fun `keyType`(): KeyType {
            return FfiConverterTypeKeyType.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_key_type(
        it,
        _status)
}
    }
    )
    }



    /**
     * Takes the key out of use for good, and wipes it.
     */override fun `revoke`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_revoke(
        it,
        _status)
}
    }




    /**
     * Has the gate decide on the call, and signs it.
     *
     * # Errors
     * Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
     */
    @Throws(Refusal::class)override fun `sign`(`call`: Call, `circumstances`: Circumstances): SignedRequest {
            return FfiConverterTypeSignedRequest.lift(
    callWithHandle {
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_sign(
        it,

        FfiConverterTypeCall.lower(`call`),
        FfiConverterTypeCircumstances.lower(`circumstances`),_status)
}
    }
    )
    }



    /**
     * The agreement has ended: the key is out of use for good, and wiped.
     */override fun `terminate`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_terminate(
        it,
        _status)
}
    }




    /**
     * Wipes the key now; the handle signs nothing from here on. A second time does nothing.
     */override fun `wipe`()
        =
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_wipe(
        it,
        _status)
}
    }







    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    callWithHandle {
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signer_uniffi_trait_display(
        it,
        _status)
}
    }
    )
    }


    companion object {

    /**
     * The same for a private key that is encrypted; for one that is not, the passphrase is not looked at.
     *
     * # Errors
     * Those of [`pem`](Self::pem); `KEY_PASSPHRASE_WRONG`, `KEY_ENCRYPTION_OLD`, `KEY_ENCRYPTION_COSTLY`.
     */
    @Throws(Refusal::class) fun `encryptedPem`(`apiKey`: kotlin.String, `pem`: java.nio.ByteBuffer, `passphrase`: java.nio.ByteBuffer, `guard`: Guard): Signer {
            return FfiConverterTypeSigner.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_signer_encrypted_pem(


        FfiConverterString.lower(`apiKey`),
        FfiConverterByRefBytes.lower(`pem`),
        FfiConverterByRefBytes.lower(`passphrase`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )
    }



    /**
     * Takes an API key and the HMAC secret that Binance showed with it.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
     */
    @Throws(Refusal::class) fun `hmac`(`apiKey`: kotlin.String, `secret`: java.nio.ByteBuffer, `guard`: Guard): Signer {
            return FfiConverterTypeSigner.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_signer_hmac(


        FfiConverterString.lower(`apiKey`),
        FfiConverterByRefBytes.lower(`secret`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )
    }



    /**
     * Takes an API key and the private key, in PEM, whose public half was registered with it.
     *
     * # Errors
     * `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`, and `KEY_IS_PUBLIC` and the like
     * for what is no such key.
     */
    @Throws(Refusal::class) fun `pem`(`apiKey`: kotlin.String, `pem`: java.nio.ByteBuffer, `guard`: Guard): Signer {
            return FfiConverterTypeSigner.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_constructor_signer_pem(


        FfiConverterString.lower(`apiKey`),
        FfiConverterByRefBytes.lower(`pem`),
        FfiConverterTypeGuard.lower(`guard`),_status)
}
    )
    }



    }

}


/**
 * @suppress
 */
public object FfiConverterTypeSigner: FfiConverter<Signer, Long> {
    override fun lower(value: Signer): Long {
        return value.uniffiCloneHandle()
    }

    override fun lift(value: Long): Signer {
        return Signer(UniffiWithHandle, value)
    }

    override fun read(buf: ByteBuffer): Signer {
        return lift(buf.getLong())
    }

    override fun allocationSize(value: Signer) = 8UL

    override fun write(value: Signer, buf: ByteBuffer) {
        buf.putLong(lower(value))
    }
}



/**
 * What is true of one call alone.
 */
data class Circumstances (
    /**
     * What the clock says.
     */
    val `clock`: Clock
    ,
    /**
     * The approval of a second person, where there is one.
     */
    val `approval`: kotlin.ByteArray?

){




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_circumstances_uniffi_trait_display(FfiConverterTypeCircumstances.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeCircumstances: FfiConverterRustBuffer<Circumstances> {
    override fun read(buf: ByteBuffer): Circumstances {
        return Circumstances(
            FfiConverterTypeClock.read(buf),
            FfiConverterOptionalByteArray.read(buf),
        )
    }

    override fun allocationSize(value: Circumstances) = (
            FfiConverterTypeClock.allocationSize(value.`clock`) +
            FfiConverterOptionalByteArray.allocationSize(value.`approval`)
    )

    override fun write(value: Circumstances, buf: ByteBuffer) {
            FfiConverterTypeClock.write(value.`clock`, buf)
            FfiConverterOptionalByteArray.write(value.`approval`, buf)
    }
}



/**
 * What the owner of a key knows of it and the exchange does not say.
 */
data class Declared (
    /**
     * How the key signs.
     */
    val `keyType`: KeyType?
    ,
    /**
     * The trusted addresses, as they stand at the exchange.
     */
    val `addresses`: List<kotlin.String>?
    ,
    /**
     * Whether the key belongs to a sub-account.
     */
    val `isOfSubAccount`: kotlin.Boolean
    ,
    /**
     * Whether the account is in portfolio margin mode, where that is known.
     */
    val `isPortfolioMargin`: kotlin.Boolean?
    ,
    /**
     * When the futures account was opened, in ms since 1970.
     */
    val `futuresOpenedMs`: kotlin.Long?
    ,
    /**
     * When portfolio margin was activated, in ms since 1970.
     */
    val `portfolioMarginActivatedMs`: kotlin.Long?
    ,
    /**
     * When the key was created, in ms since 1970.
     */
    val `createdMs`: kotlin.Long?

){





    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeDeclared: FfiConverterRustBuffer<Declared> {
    override fun read(buf: ByteBuffer): Declared {
        return Declared(
            FfiConverterOptionalTypeKeyType.read(buf),
            FfiConverterOptionalSequenceString.read(buf),
            FfiConverterBoolean.read(buf),
            FfiConverterOptionalBoolean.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
        )
    }

    override fun allocationSize(value: Declared) = (
            FfiConverterOptionalTypeKeyType.allocationSize(value.`keyType`) +
            FfiConverterOptionalSequenceString.allocationSize(value.`addresses`) +
            FfiConverterBoolean.allocationSize(value.`isOfSubAccount`) +
            FfiConverterOptionalBoolean.allocationSize(value.`isPortfolioMargin`) +
            FfiConverterOptionalLong.allocationSize(value.`futuresOpenedMs`) +
            FfiConverterOptionalLong.allocationSize(value.`portfolioMarginActivatedMs`) +
            FfiConverterOptionalLong.allocationSize(value.`createdMs`)
    )

    override fun write(value: Declared, buf: ByteBuffer) {
            FfiConverterOptionalTypeKeyType.write(value.`keyType`, buf)
            FfiConverterOptionalSequenceString.write(value.`addresses`, buf)
            FfiConverterBoolean.write(value.`isOfSubAccount`, buf)
            FfiConverterOptionalBoolean.write(value.`isPortfolioMargin`, buf)
            FfiConverterOptionalLong.write(value.`futuresOpenedMs`, buf)
            FfiConverterOptionalLong.write(value.`portfolioMarginActivatedMs`, buf)
            FfiConverterOptionalLong.write(value.`createdMs`, buf)
    }
}



/**
 * One thing that is wrong with a key.
 */
data class Finding (
    /**
     * Its stable name, in capitals.
     */
    val `kind`: kotlin.String
    ,
    /**
     * How much it weighs.
     */
    val `severity`: Severity
    ,
    /**
     * The clause of the API Service Terms behind it.
     */
    val `clause`: kotlin.String
    ,
    /**
     * The permission it is about, where it is about one.
     */
    val `permission`: kotlin.String?
    ,
    /**
     * What is wrong and what to do.
     */
    val `explanation`: kotlin.String

){





    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeFinding: FfiConverterRustBuffer<Finding> {
    override fun read(buf: ByteBuffer): Finding {
        return Finding(
            FfiConverterString.read(buf),
            FfiConverterTypeSeverity.read(buf),
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Finding) = (
            FfiConverterString.allocationSize(value.`kind`) +
            FfiConverterTypeSeverity.allocationSize(value.`severity`) +
            FfiConverterString.allocationSize(value.`clause`) +
            FfiConverterOptionalString.allocationSize(value.`permission`) +
            FfiConverterString.allocationSize(value.`explanation`)
    )

    override fun write(value: Finding, buf: ByteBuffer) {
            FfiConverterString.write(value.`kind`, buf)
            FfiConverterTypeSeverity.write(value.`severity`, buf)
            FfiConverterString.write(value.`clause`, buf)
            FfiConverterOptionalString.write(value.`permission`, buf)
            FfiConverterString.write(value.`explanation`, buf)
    }
}



/**
 * A header of HTTP.
 */
data class Header (
    /**
     * `X-MBX-APIKEY`, `X-MBX-TIME-UNIT` or `Content-Type`.
     */
    val `name`: kotlin.String
    ,
    /**
     * What to send.
     */
    val `value`: kotlin.String

){




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_header_uniffi_trait_display(FfiConverterTypeHeader.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeHeader: FfiConverterRustBuffer<Header> {
    override fun read(buf: ByteBuffer): Header {
        return Header(
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
        )
    }

    override fun allocationSize(value: Header) = (
            FfiConverterString.allocationSize(value.`name`) +
            FfiConverterString.allocationSize(value.`value`)
    )

    override fun write(value: Header, buf: ByteBuffer) {
            FfiConverterString.write(value.`name`, buf)
            FfiConverterString.write(value.`value`, buf)
    }
}



/**
 * What is known after an answer.
 */
data class Observed (
    /**
     * The state of the key.
     */
    val `keyState`: KeyState
    ,
    /**
     * How far the exchange's clock is before this one, in ms.
     */
    val `offsetMs`: kotlin.Long
    ,
    /**
     * Until when nothing is signed, in ms since 1970; nothing where that is past.
     */
    val `waitUntilMs`: kotlin.Long?
    ,
    /**
     * The weight used in this minute, as the answer has it.
     */
    val `usedWeight`: kotlin.Long?
    ,
    /**
     * The orders of ten seconds, as the answer has them.
     */
    val `ordersTenSeconds`: kotlin.Long?
    ,
    /**
     * The orders of the minute, as the answer has them.
     */
    val `ordersMinute`: kotlin.Long?
    ,
    /**
     * The orders of the day, as the answer has them.
     */
    val `ordersDay`: kotlin.Long?
    ,
    /**
     * What the answer means; nothing where none was read.
     */
    val `meaning`: Meaning?

){





    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeObserved: FfiConverterRustBuffer<Observed> {
    override fun read(buf: ByteBuffer): Observed {
        return Observed(
            FfiConverterTypeKeyState.read(buf),
            FfiConverterLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalLong.read(buf),
            FfiConverterOptionalTypeMeaning.read(buf),
        )
    }

    override fun allocationSize(value: Observed) = (
            FfiConverterTypeKeyState.allocationSize(value.`keyState`) +
            FfiConverterLong.allocationSize(value.`offsetMs`) +
            FfiConverterOptionalLong.allocationSize(value.`waitUntilMs`) +
            FfiConverterOptionalLong.allocationSize(value.`usedWeight`) +
            FfiConverterOptionalLong.allocationSize(value.`ordersTenSeconds`) +
            FfiConverterOptionalLong.allocationSize(value.`ordersMinute`) +
            FfiConverterOptionalLong.allocationSize(value.`ordersDay`) +
            FfiConverterOptionalTypeMeaning.allocationSize(value.`meaning`)
    )

    override fun write(value: Observed, buf: ByteBuffer) {
            FfiConverterTypeKeyState.write(value.`keyState`, buf)
            FfiConverterLong.write(value.`offsetMs`, buf)
            FfiConverterOptionalLong.write(value.`waitUntilMs`, buf)
            FfiConverterOptionalLong.write(value.`usedWeight`, buf)
            FfiConverterOptionalLong.write(value.`ordersTenSeconds`, buf)
            FfiConverterOptionalLong.write(value.`ordersMinute`, buf)
            FfiConverterOptionalLong.write(value.`ordersDay`, buf)
            FfiConverterOptionalTypeMeaning.write(value.`meaning`, buf)
    }
}



/**
 * A parameter, or a member of a map.
 */
data class Parameter (
    /**
     * As Binance spells it (`timeInForce`).
     */
    val `name`: kotlin.String
    ,
    /**
     * As it is meant.
     */
    val `value`: Value

){




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_parameter_uniffi_trait_display(FfiConverterTypeParameter.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeParameter: FfiConverterRustBuffer<Parameter> {
    override fun read(buf: ByteBuffer): Parameter {
        return Parameter(
            FfiConverterString.read(buf),
            FfiConverterTypeValue.read(buf),
        )
    }

    override fun allocationSize(value: Parameter) = (
            FfiConverterString.allocationSize(value.`name`) +
            FfiConverterTypeValue.allocationSize(value.`value`)
    )

    override fun write(value: Parameter, buf: ByteBuffer) {
            FfiConverterString.write(value.`name`, buf)
            FfiConverterTypeValue.write(value.`value`, buf)
    }
}



/**
 * The state of a guard as bytes, to be restored after a restart.
 */
data class SavedState (
    /**
     * What is to be kept.
     */
    val `bytes`: kotlin.ByteArray
    ,
    /**
     * Rises by one each time; when restoring, the lowest that is acceptable.
     */
    val `sequence`: kotlin.ULong

){




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_savedstate_uniffi_trait_display(FfiConverterTypeSavedState.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeSavedState: FfiConverterRustBuffer<SavedState> {
    override fun read(buf: ByteBuffer): SavedState {
        return SavedState(
            FfiConverterByteArray.read(buf),
            FfiConverterULong.read(buf),
        )
    }

    override fun allocationSize(value: SavedState) = (
            FfiConverterByteArray.allocationSize(value.`bytes`) +
            FfiConverterULong.allocationSize(value.`sequence`)
    )

    override fun write(value: SavedState, buf: ByteBuffer) {
            FfiConverterByteArray.write(value.`bytes`, buf)
            FfiConverterULong.write(value.`sequence`, buf)
    }
}



/**
 * The definition of SBE messages that a FIX session asks for.
 */
data class SbeSchema (
    /**
     * `SbeSchemaId` (25050).
     */
    val `id`: kotlin.UShort
    ,
    /**
     * `SbeSchemaVersion` (25051).
     */
    val `version`: kotlin.UShort

){





    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeSbeSchema: FfiConverterRustBuffer<SbeSchema> {
    override fun read(buf: ByteBuffer): SbeSchema {
        return SbeSchema(
            FfiConverterUShort.read(buf),
            FfiConverterUShort.read(buf),
        )
    }

    override fun allocationSize(value: SbeSchema) = (
            FfiConverterUShort.allocationSize(value.`id`) +
            FfiConverterUShort.allocationSize(value.`version`)
    )

    override fun write(value: SbeSchema, buf: ByteBuffer) {
            FfiConverterUShort.write(value.`id`, buf)
            FfiConverterUShort.write(value.`version`, buf)
    }
}



/**
 * A signed request, ready to send.
 */
data class SignedRequest (
    /**
     * `GET`, `POST`, `PUT` or `DELETE`; nothing where the request is a message.
     */
    val `method`: kotlin.String?
    ,
    /**
     * Path and query as they stand in the request line; empty where the request is a message.
     */
    val `target`: kotlin.String
    ,
    /**
     * The query without its question mark.
     */
    val `query`: kotlin.String
    ,
    /**
     * The form body; empty where there is none.
     */
    val `body`: kotlin.String
    ,
    /**
     * The message to send: JSON of the WebSocket API or a FIX Logon.
     */
    val `message`: kotlin.String?
    ,
    /**
     * What was signed; nothing where the request needs no signature.
     */
    val `payload`: kotlin.String?
    ,
    /**
     * The signature as Binance documents it; nothing where the request needs none.
     */
    val `signature`: kotlin.String?
    ,
    /**
     * The headers to send, in order.
     */
    val `headers`: List<Header>
    ,
    /**
     * What the answer is to be compared with; there under a policy.
     */
    val `sent`: kotlin.ByteArray?

){




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_signedrequest_uniffi_trait_display(FfiConverterTypeSignedRequest.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeSignedRequest: FfiConverterRustBuffer<SignedRequest> {
    override fun read(buf: ByteBuffer): SignedRequest {
        return SignedRequest(
            FfiConverterOptionalString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterOptionalString.read(buf),
            FfiConverterSequenceTypeHeader.read(buf),
            FfiConverterOptionalByteArray.read(buf),
        )
    }

    override fun allocationSize(value: SignedRequest) = (
            FfiConverterOptionalString.allocationSize(value.`method`) +
            FfiConverterString.allocationSize(value.`target`) +
            FfiConverterString.allocationSize(value.`query`) +
            FfiConverterString.allocationSize(value.`body`) +
            FfiConverterOptionalString.allocationSize(value.`message`) +
            FfiConverterOptionalString.allocationSize(value.`payload`) +
            FfiConverterOptionalString.allocationSize(value.`signature`) +
            FfiConverterSequenceTypeHeader.allocationSize(value.`headers`) +
            FfiConverterOptionalByteArray.allocationSize(value.`sent`)
    )

    override fun write(value: SignedRequest, buf: ByteBuffer) {
            FfiConverterOptionalString.write(value.`method`, buf)
            FfiConverterString.write(value.`target`, buf)
            FfiConverterString.write(value.`query`, buf)
            FfiConverterString.write(value.`body`, buf)
            FfiConverterOptionalString.write(value.`message`, buf)
            FfiConverterOptionalString.write(value.`payload`, buf)
            FfiConverterOptionalString.write(value.`signature`, buf)
            FfiConverterSequenceTypeHeader.write(value.`headers`, buf)
            FfiConverterOptionalByteArray.write(value.`sent`, buf)
    }
}



/**
 * A place in a text.
 */
data class TextPlace (
    /**
     * The line, from 1.
     */
    val `line`: kotlin.UInt
    ,
    /**
     * The column in characters, from 1.
     */
    val `column`: kotlin.UInt

){





    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeTextPlace: FfiConverterRustBuffer<TextPlace> {
    override fun read(buf: ByteBuffer): TextPlace {
        return TextPlace(
            FfiConverterUInt.read(buf),
            FfiConverterUInt.read(buf),
        )
    }

    override fun allocationSize(value: TextPlace) = (
            FfiConverterUInt.allocationSize(value.`line`) +
            FfiConverterUInt.allocationSize(value.`column`)
    )

    override fun write(value: TextPlace, buf: ByteBuffer) {
            FfiConverterUInt.write(value.`line`, buf)
            FfiConverterUInt.write(value.`column`, buf)
    }
}



/**
 * A request that is to be signed.
 */
sealed class Call {

    /**
     * A REST request.
     */
    data class Rest(
        /**
         * `GET`, `POST`, `PUT` or `DELETE`.
         */
        val `method`: kotlin.String,
        /**
         * `/api/v3/order`.
         */
        val `path`: kotlin.String,
        /**
         * Parameters of the query, in order.
         */
        val `query`: List<binsign.generated.Parameter>,
        /**
         * Parameters of the form body, in order.
         */
        val `body`: List<binsign.generated.Parameter>,
        /**
         * `recvWindow` in ms, added behind the other parameters (to the body where there is one).
         */
        val `recvWindow`: binsign.generated.Value?,
        /**
         * `timestamp`, added behind `recvWindow`.
         */
        val `timestamp`: binsign.generated.Timestamp,
        /**
         * In what unit the answer is to give its times (`/api` only).
         */
        val `timeUnit`: binsign.generated.TimeUnit?) : Call()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(FfiConverterTypeCall.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A request of the WebSocket API.
     */
    data class Ws(
        /**
         * Whose WebSocket API it is.
         */
        val `family`: binsign.generated.Family,
        /**
         * `order.place`.
         */
        val `method`: kotlin.String,
        /**
         * What comes back with the answer.
         */
        val `id`: kotlin.String,
        /**
         * Parameters, in any order.
         */
        val `params`: List<binsign.generated.Parameter>,
        /**
         * `recvWindow` in ms.
         */
        val `recvWindow`: binsign.generated.Value?,
        /**
         * `timestamp`.
         */
        val `timestamp`: binsign.generated.Timestamp,
        /**
         * The connection is logged on: the request carries neither API key nor signature.
         */
        val `inSession`: kotlin.Boolean) : Call()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(FfiConverterTypeCall.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * The opening of a signed stream, `wss://api.binance.com/sapi/wss`.
     */
    data class Stream(
        /**
         * `random` and `topic`.
         */
        val `params`: List<binsign.generated.Parameter>,
        /**
         * `recvWindow` in ms.
         */
        val `recvWindow`: binsign.generated.Value?,
        /**
         * `timestamp`.
         */
        val `timestamp`: binsign.generated.Timestamp) : Call()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(FfiConverterTypeCall.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * The Logon of a FIX session.
     */
    data class FixLogon(
        /**
         * `SenderCompID` (49).
         */
        val `senderCompId`: kotlin.String,
        /**
         * `TargetCompID` (56).
         */
        val `targetCompId`: kotlin.String,
        /**
         * `MsgSeqNum` (34).
         */
        val `msgSeqNum`: kotlin.ULong,
        /**
         * `SendingTime` (52).
         */
        val `sendingTime`: binsign.generated.Timestamp,
        /**
         * `HeartBtInt` (108), in seconds.
         */
        val `heartBtInt`: kotlin.UInt,
        /**
         * `MessageHandling` (25035).
         */
        val `messageHandling`: binsign.generated.MessageHandling,
        /**
         * `ResponseMode` (25036), where it is to be sent.
         */
        val `responseMode`: binsign.generated.ResponseMode?,
        /**
         * `RecvWindow` (25000) in ms, where it is to be sent.
         */
        val `recvWindow`: binsign.generated.Value?,
        /**
         * `DropCopyFlag` (9406): Y for a drop copy session.
         */
        val `dropCopy`: kotlin.Boolean,
        /**
         * `SbeSchemaId` and `SbeSchemaVersion`, for FIX requests with answers in SBE.
         */
        val `sbeSchema`: binsign.generated.SbeSchema?,
        /**
         * The message itself is sent in SBE: payload and signature are made, and no message.
         */
        val `sbe`: kotlin.Boolean) : Call()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(FfiConverterTypeCall.lower(this),
        _status)
}
    )
    }
        companion object
    }







    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_call_uniffi_trait_display(FfiConverterTypeCall.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeCall : FfiConverterRustBuffer<Call>{
    override fun read(buf: ByteBuffer): Call {
        return when(buf.getInt()) {
            1 -> Call.Rest(
                FfiConverterString.read(buf),
                FfiConverterString.read(buf),
                FfiConverterSequenceTypeParameter.read(buf),
                FfiConverterSequenceTypeParameter.read(buf),
                FfiConverterOptionalTypeValue.read(buf),
                FfiConverterTypeTimestamp.read(buf),
                FfiConverterOptionalTypeTimeUnit.read(buf),
                )
            2 -> Call.Ws(
                FfiConverterTypeFamily.read(buf),
                FfiConverterString.read(buf),
                FfiConverterString.read(buf),
                FfiConverterSequenceTypeParameter.read(buf),
                FfiConverterOptionalTypeValue.read(buf),
                FfiConverterTypeTimestamp.read(buf),
                FfiConverterBoolean.read(buf),
                )
            3 -> Call.Stream(
                FfiConverterSequenceTypeParameter.read(buf),
                FfiConverterOptionalTypeValue.read(buf),
                FfiConverterTypeTimestamp.read(buf),
                )
            4 -> Call.FixLogon(
                FfiConverterString.read(buf),
                FfiConverterString.read(buf),
                FfiConverterULong.read(buf),
                FfiConverterTypeTimestamp.read(buf),
                FfiConverterUInt.read(buf),
                FfiConverterTypeMessageHandling.read(buf),
                FfiConverterOptionalTypeResponseMode.read(buf),
                FfiConverterOptionalTypeValue.read(buf),
                FfiConverterBoolean.read(buf),
                FfiConverterOptionalTypeSbeSchema.read(buf),
                FfiConverterBoolean.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Call): ULong = when(value) {
        is Call.Rest -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`method`)
                + FfiConverterString.allocationSize(value.`path`)
                + FfiConverterSequenceTypeParameter.allocationSize(value.`query`)
                + FfiConverterSequenceTypeParameter.allocationSize(value.`body`)
                + FfiConverterOptionalTypeValue.allocationSize(value.`recvWindow`)
                + FfiConverterTypeTimestamp.allocationSize(value.`timestamp`)
                + FfiConverterOptionalTypeTimeUnit.allocationSize(value.`timeUnit`)
            )
        }
        is Call.Ws -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterTypeFamily.allocationSize(value.`family`)
                + FfiConverterString.allocationSize(value.`method`)
                + FfiConverterString.allocationSize(value.`id`)
                + FfiConverterSequenceTypeParameter.allocationSize(value.`params`)
                + FfiConverterOptionalTypeValue.allocationSize(value.`recvWindow`)
                + FfiConverterTypeTimestamp.allocationSize(value.`timestamp`)
                + FfiConverterBoolean.allocationSize(value.`inSession`)
            )
        }
        is Call.Stream -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceTypeParameter.allocationSize(value.`params`)
                + FfiConverterOptionalTypeValue.allocationSize(value.`recvWindow`)
                + FfiConverterTypeTimestamp.allocationSize(value.`timestamp`)
            )
        }
        is Call.FixLogon -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`senderCompId`)
                + FfiConverterString.allocationSize(value.`targetCompId`)
                + FfiConverterULong.allocationSize(value.`msgSeqNum`)
                + FfiConverterTypeTimestamp.allocationSize(value.`sendingTime`)
                + FfiConverterUInt.allocationSize(value.`heartBtInt`)
                + FfiConverterTypeMessageHandling.allocationSize(value.`messageHandling`)
                + FfiConverterOptionalTypeResponseMode.allocationSize(value.`responseMode`)
                + FfiConverterOptionalTypeValue.allocationSize(value.`recvWindow`)
                + FfiConverterBoolean.allocationSize(value.`dropCopy`)
                + FfiConverterOptionalTypeSbeSchema.allocationSize(value.`sbeSchema`)
                + FfiConverterBoolean.allocationSize(value.`sbe`)
            )
        }
    }

    override fun write(value: Call, buf: ByteBuffer) {
        when(value) {
            is Call.Rest -> {
                buf.putInt(1)
                FfiConverterString.write(value.`method`, buf)
                FfiConverterString.write(value.`path`, buf)
                FfiConverterSequenceTypeParameter.write(value.`query`, buf)
                FfiConverterSequenceTypeParameter.write(value.`body`, buf)
                FfiConverterOptionalTypeValue.write(value.`recvWindow`, buf)
                FfiConverterTypeTimestamp.write(value.`timestamp`, buf)
                FfiConverterOptionalTypeTimeUnit.write(value.`timeUnit`, buf)
                Unit
            }
            is Call.Ws -> {
                buf.putInt(2)
                FfiConverterTypeFamily.write(value.`family`, buf)
                FfiConverterString.write(value.`method`, buf)
                FfiConverterString.write(value.`id`, buf)
                FfiConverterSequenceTypeParameter.write(value.`params`, buf)
                FfiConverterOptionalTypeValue.write(value.`recvWindow`, buf)
                FfiConverterTypeTimestamp.write(value.`timestamp`, buf)
                FfiConverterBoolean.write(value.`inSession`, buf)
                Unit
            }
            is Call.Stream -> {
                buf.putInt(3)
                FfiConverterSequenceTypeParameter.write(value.`params`, buf)
                FfiConverterOptionalTypeValue.write(value.`recvWindow`, buf)
                FfiConverterTypeTimestamp.write(value.`timestamp`, buf)
                Unit
            }
            is Call.FixLogon -> {
                buf.putInt(4)
                FfiConverterString.write(value.`senderCompId`, buf)
                FfiConverterString.write(value.`targetCompId`, buf)
                FfiConverterULong.write(value.`msgSeqNum`, buf)
                FfiConverterTypeTimestamp.write(value.`sendingTime`, buf)
                FfiConverterUInt.write(value.`heartBtInt`, buf)
                FfiConverterTypeMessageHandling.write(value.`messageHandling`, buf)
                FfiConverterOptionalTypeResponseMode.write(value.`responseMode`, buf)
                FfiConverterOptionalTypeValue.write(value.`recvWindow`, buf)
                FfiConverterBoolean.write(value.`dropCopy`, buf)
                FfiConverterOptionalTypeSbeSchema.write(value.`sbeSchema`, buf)
                FfiConverterBoolean.write(value.`sbe`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * What the clock says when the gate decides.
 */
sealed class Clock {

    /**
     * What that of this machine says.
     */
    object Host : Clock()


    /**
     * This time.
     */
    data class At(
        /**
         * ms since 1970.
         */
        val `ms`: kotlin.Long) : Clock()

    {


        companion object
    }

    /**
     * There is no clock.
     */
    object Absent : Clock()









    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeClock : FfiConverterRustBuffer<Clock>{
    override fun read(buf: ByteBuffer): Clock {
        return when(buf.getInt()) {
            1 -> Clock.Host
            2 -> Clock.At(
                FfiConverterLong.read(buf),
                )
            3 -> Clock.Absent
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Clock): ULong = when(value) {
        is Clock.Host -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Clock.At -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterLong.allocationSize(value.`ms`)
            )
        }
        is Clock.Absent -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
    }

    override fun write(value: Clock, buf: ByteBuffer) {
        when(value) {
            is Clock.Host -> {
                buf.putInt(1)
                Unit
            }
            is Clock.At -> {
                buf.putInt(2)
                FfiConverterLong.write(value.`ms`, buf)
                Unit
            }
            is Clock.Absent -> {
                buf.putInt(3)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * A family of Binance's interfaces.
 */

enum class Family {

    /**
     * `spot`.
     */
    SPOT,
    /**
     * `sapi`.
     */
    SAPI,
    /**
     * `futures-um`.
     */
    FUTURES_UM,
    /**
     * `futures-cm`.
     */
    FUTURES_CM,
    /**
     * `options`.
     */
    OPTIONS,
    /**
     * `portfolio-margin`.
     */
    PORTFOLIO_MARGIN;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeFamily: FfiConverterRustBuffer<Family> {
    override fun read(buf: ByteBuffer) = try {

        Family.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Family) = 4UL

    override fun write(value: Family, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * Whether the key is in use.
 */
sealed class KeyState {

    /**
     * In use.
     */
    object Active : KeyState()


    /**
     * Until the owner clears it.
     */
    data class Suspended(
        /**
         * The code that the exchange gave, 0 where there was only the status, or the owner's own.
         */
        val `reason`: kotlin.Int) : KeyState()

    {


        companion object
    }

    /**
     * For good.
     */
    object Revoked : KeyState()


    /**
     * Until the owner clears it.
     */
    object Expired : KeyState()


    /**
     * For good, and over revoked.
     */
    object Terminated : KeyState()









    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeKeyState : FfiConverterRustBuffer<KeyState>{
    override fun read(buf: ByteBuffer): KeyState {
        return when(buf.getInt()) {
            1 -> KeyState.Active
            2 -> KeyState.Suspended(
                FfiConverterInt.read(buf),
                )
            3 -> KeyState.Revoked
            4 -> KeyState.Expired
            5 -> KeyState.Terminated
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: KeyState): ULong = when(value) {
        is KeyState.Active -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is KeyState.Suspended -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterInt.allocationSize(value.`reason`)
            )
        }
        is KeyState.Revoked -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is KeyState.Expired -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is KeyState.Terminated -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
    }

    override fun write(value: KeyState, buf: ByteBuffer) {
        when(value) {
            is KeyState.Active -> {
                buf.putInt(1)
                Unit
            }
            is KeyState.Suspended -> {
                buf.putInt(2)
                FfiConverterInt.write(value.`reason`, buf)
                Unit
            }
            is KeyState.Revoked -> {
                buf.putInt(3)
                Unit
            }
            is KeyState.Expired -> {
                buf.putInt(4)
                Unit
            }
            is KeyState.Terminated -> {
                buf.putInt(5)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * How a key signs.
 */

enum class KeyType {

    /**
     * HMAC-SHA-256 with the secret that Binance shows.
     */
    HMAC,
    /**
     * Ed25519.
     */
    ED25519,
    /**
     * RSA, PKCS#1 v1.5 with SHA-256.
     */
    RSA;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeKeyType: FfiConverterRustBuffer<KeyType> {
    override fun read(buf: ByteBuffer) = try {

        KeyType.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: KeyType) = 4UL

    override fun write(value: KeyType, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * What an answer means.
 */
sealed class Meaning {

    /**
     * The exchange took the request.
     */
    object Fine : Meaning()


    /**
     * The exchange wants no request before a moment: 418, 429, -1003.
     */
    object Wait : Meaning()


    /**
     * The clock here is off, or the answer took too long: -1021, and what the futures have for it.
     */
    object ClockOff : Meaning()


    /**
     * The signature is not valid: -1022.
     */
    object SignatureInvalid : Meaning()


    /**
     * The exchange does not take the key, or not for this, or not from here.
     */
    data class KeyRejected(
        /**
         * The exchange's code, 0 where there was only the status.
         */
        val `code`: kotlin.Int) : Meaning()

    {


        companion object
    }

    /**
     * Whether the request took effect is unknown.
     */
    object Unknown : Meaning()


    /**
     * The exchange refused the request, and for no other reason than the request.
     */
    data class Refused(
        /**
         * The exchange's code, 0 where there was none.
         */
        val `code`: kotlin.Int) : Meaning()

    {


        companion object
    }








    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeMeaning : FfiConverterRustBuffer<Meaning>{
    override fun read(buf: ByteBuffer): Meaning {
        return when(buf.getInt()) {
            1 -> Meaning.Fine
            2 -> Meaning.Wait
            3 -> Meaning.ClockOff
            4 -> Meaning.SignatureInvalid
            5 -> Meaning.KeyRejected(
                FfiConverterInt.read(buf),
                )
            6 -> Meaning.Unknown
            7 -> Meaning.Refused(
                FfiConverterInt.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Meaning): ULong = when(value) {
        is Meaning.Fine -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Meaning.Wait -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Meaning.ClockOff -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Meaning.SignatureInvalid -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Meaning.KeyRejected -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterInt.allocationSize(value.`code`)
            )
        }
        is Meaning.Unknown -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Meaning.Refused -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterInt.allocationSize(value.`code`)
            )
        }
    }

    override fun write(value: Meaning, buf: ByteBuffer) {
        when(value) {
            is Meaning.Fine -> {
                buf.putInt(1)
                Unit
            }
            is Meaning.Wait -> {
                buf.putInt(2)
                Unit
            }
            is Meaning.ClockOff -> {
                buf.putInt(3)
                Unit
            }
            is Meaning.SignatureInvalid -> {
                buf.putInt(4)
                Unit
            }
            is Meaning.KeyRejected -> {
                buf.putInt(5)
                FfiConverterInt.write(value.`code`, buf)
                Unit
            }
            is Meaning.Unknown -> {
                buf.putInt(6)
                Unit
            }
            is Meaning.Refused -> {
                buf.putInt(7)
                FfiConverterInt.write(value.`code`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * How the exchange may handle the messages of a FIX session (tag 25035).
 */

enum class MessageHandling {

    /**
     * 1: messages may overtake each other.
     */
    UNORDERED,
    /**
     * 2: messages are processed one after the other.
     */
    SEQUENTIAL;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeMessageHandling: FfiConverterRustBuffer<MessageHandling> {
    override fun read(buf: ByteBuffer) = try {

        MessageHandling.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: MessageHandling) = 4UL

    override fun write(value: MessageHandling, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}







/**
 * Why there is no signature. Holds no secret, no signature and no value of a parameter.
 */
sealed class Refusal: kotlin.Exception() {

    /**
     * The request, a text or a key is wrong.
     */
    class Invalid(

        /**
         * The code's stable name.
         */
        val `code`: kotlin.String,

        /**
         * The code's stable number.
         */
        val `number`: kotlin.UShort,

        /**
         * What is wrong and what to do.
         */
        val `explanation`: kotlin.String,

        /**
         * The name of the parameter it is about, where there is one that can be shown.
         */
        val `param`: kotlin.String?,

        /**
         * Where it is in the text of a policy, both counted from 1.
         */
        val `place`: TextPlace?
        ) : Refusal() {
        override val message
            get() = "code=${ `code` }, number=${ `number` }, explanation=${ `explanation` }, param=${ `param` }, place=${ `place` }"
    }

    /**
     * The request is well-formed and not allowed.
     */
    class Denied(

        /**
         * The code's stable name.
         */
        val `code`: kotlin.String,

        /**
         * The code's stable number, one of the 4xx.
         */
        val `number`: kotlin.UShort,

        /**
         * What would make the request pass.
         */
        val `explanation`: kotlin.String,

        /**
         * The clause of the API Service Terms behind the rule (`F 13`).
         */
        val `clause`: kotlin.String,

        /**
         * The name of the rule that denied.
         */
        val `rule`: kotlin.String,

        /**
         * The parameter that decided, where one did.
         */
        val `param`: kotlin.String?,

        /**
         * The route that the signature would open as well, where that is why.
         */
        val `opens`: kotlin.String?
        ) : Refusal() {
        override val message
            get() = "code=${ `code` }, number=${ `number` }, explanation=${ `explanation` }, clause=${ `clause` }, rule=${ `rule` }, param=${ `param` }, opens=${ `opens` }"
    }




    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_refusal_uniffi_trait_display(FfiConverterTypeRefusal.lower(this),
        _status)
}
    )
    }

    companion object ErrorHandler : UniffiRustCallStatusErrorHandler<Refusal> {
        override fun lift(error_buf: RustBuffer.ByValue): Refusal = FfiConverterTypeRefusal.lift(error_buf)
    }


}

/**
 * @suppress
 */
public object FfiConverterTypeRefusal : FfiConverterRustBuffer<Refusal> {
    override fun read(buf: ByteBuffer): Refusal {


        return when(buf.getInt()) {
            1 -> Refusal.Invalid(
                FfiConverterString.read(buf),
                FfiConverterUShort.read(buf),
                FfiConverterString.read(buf),
                FfiConverterOptionalString.read(buf),
                FfiConverterOptionalTypeTextPlace.read(buf),
                )
            2 -> Refusal.Denied(
                FfiConverterString.read(buf),
                FfiConverterUShort.read(buf),
                FfiConverterString.read(buf),
                FfiConverterString.read(buf),
                FfiConverterString.read(buf),
                FfiConverterOptionalString.read(buf),
                FfiConverterOptionalString.read(buf),
                )
            else -> throw RuntimeException("invalid error enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Refusal): ULong {
        return when(value) {
            is Refusal.Invalid -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterString.allocationSize(value.`code`)
                + FfiConverterUShort.allocationSize(value.`number`)
                + FfiConverterString.allocationSize(value.`explanation`)
                + FfiConverterOptionalString.allocationSize(value.`param`)
                + FfiConverterOptionalTypeTextPlace.allocationSize(value.`place`)
            )
            is Refusal.Denied -> (
                // Add the size for the Int that specifies the variant plus the size needed for all fields
                4UL
                + FfiConverterString.allocationSize(value.`code`)
                + FfiConverterUShort.allocationSize(value.`number`)
                + FfiConverterString.allocationSize(value.`explanation`)
                + FfiConverterString.allocationSize(value.`clause`)
                + FfiConverterString.allocationSize(value.`rule`)
                + FfiConverterOptionalString.allocationSize(value.`param`)
                + FfiConverterOptionalString.allocationSize(value.`opens`)
            )
        }
    }

    override fun write(value: Refusal, buf: ByteBuffer) {
        when(value) {
            is Refusal.Invalid -> {
                buf.putInt(1)
                FfiConverterString.write(value.`code`, buf)
                FfiConverterUShort.write(value.`number`, buf)
                FfiConverterString.write(value.`explanation`, buf)
                FfiConverterOptionalString.write(value.`param`, buf)
                FfiConverterOptionalTypeTextPlace.write(value.`place`, buf)
                Unit
            }
            is Refusal.Denied -> {
                buf.putInt(2)
                FfiConverterString.write(value.`code`, buf)
                FfiConverterUShort.write(value.`number`, buf)
                FfiConverterString.write(value.`explanation`, buf)
                FfiConverterString.write(value.`clause`, buf)
                FfiConverterString.write(value.`rule`, buf)
                FfiConverterOptionalString.write(value.`param`, buf)
                FfiConverterOptionalString.write(value.`opens`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }

}



/**
 * Which answers a FIX session gets (tag 25036).
 */

enum class ResponseMode {

    /**
     * 1: everything.
     */
    EVERYTHING,
    /**
     * 2: acknowledgements only.
     */
    ONLY_ACKS;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeResponseMode: FfiConverterRustBuffer<ResponseMode> {
    override fun read(buf: ByteBuffer) = try {

        ResponseMode.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: ResponseMode) = 4UL

    override fun write(value: ResponseMode, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * How much a finding weighs.
 */

enum class Severity {

    /**
     * Worth knowing.
     */
    LOW,
    /**
     * To be mended.
     */
    MEDIUM,
    /**
     * Not to be used so.
     */
    HIGH;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeSeverity: FfiConverterRustBuffer<Severity> {
    override fun read(buf: ByteBuffer) = try {

        Severity.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: Severity) = 4UL

    override fun write(value: Severity, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, `/api` only).
 */

enum class TimeUnit {

    /**
     * ms, what the exchange gives when it is not asked.
     */
    MILLISECOND,
    /**
     * µs.
     */
    MICROSECOND;




    companion object
}


/**
 * @suppress
 */
public object FfiConverterTypeTimeUnit: FfiConverterRustBuffer<TimeUnit> {
    override fun read(buf: ByteBuffer) = try {

        TimeUnit.entries[buf.getInt() - 1]

    } catch (e: IndexOutOfBoundsException) {
        throw RuntimeException("invalid enum value, something is very wrong!!", e)
    }

    override fun allocationSize(value: TimeUnit) = 4UL

    override fun write(value: TimeUnit, buf: ByteBuffer) {
        buf.putInt(value.ordinal + 1)
    }
}





/**
 * Where the parameter `timestamp` comes from, or `SendingTime` of FIX.
 */
sealed class Timestamp {

    /**
     * The host's clock in ms, where the exchange wants a timestamp and no parameter has that name already.
     */
    object Now : Timestamp()


    /**
     * This time, on every route.
     */
    data class Ms(
        /**
         * ms since 1970.
         */
        val `ms`: kotlin.Long) : Timestamp()

    {


        companion object
    }

    /**
     * This time, on every route that takes µs.
     */
    data class Us(
        /**
         * µs since 1970.
         */
        val `us`: kotlin.Long) : Timestamp()

    {


        companion object
    }

    /**
     * This text, on every route.
     */
    data class Given(
        /**
         * As it is sent.
         */
        val `text`: kotlin.String) : Timestamp()

    {


        companion object
    }

    /**
     * None is added.
     */
    object Omitted : Timestamp()









    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeTimestamp : FfiConverterRustBuffer<Timestamp>{
    override fun read(buf: ByteBuffer): Timestamp {
        return when(buf.getInt()) {
            1 -> Timestamp.Now
            2 -> Timestamp.Ms(
                FfiConverterLong.read(buf),
                )
            3 -> Timestamp.Us(
                FfiConverterLong.read(buf),
                )
            4 -> Timestamp.Given(
                FfiConverterString.read(buf),
                )
            5 -> Timestamp.Omitted
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Timestamp): ULong = when(value) {
        is Timestamp.Now -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
        is Timestamp.Ms -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterLong.allocationSize(value.`ms`)
            )
        }
        is Timestamp.Us -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterLong.allocationSize(value.`us`)
            )
        }
        is Timestamp.Given -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Timestamp.Omitted -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
            )
        }
    }

    override fun write(value: Timestamp, buf: ByteBuffer) {
        when(value) {
            is Timestamp.Now -> {
                buf.putInt(1)
                Unit
            }
            is Timestamp.Ms -> {
                buf.putInt(2)
                FfiConverterLong.write(value.`ms`, buf)
                Unit
            }
            is Timestamp.Us -> {
                buf.putInt(3)
                FfiConverterLong.write(value.`us`, buf)
                Unit
            }
            is Timestamp.Given -> {
                buf.putInt(4)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Timestamp.Omitted -> {
                buf.putInt(5)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}





/**
 * A value of a parameter, by what it is in the other language.
 *
 * Only the WebSocket API tells text from other values: there integers, truth values, lists and maps go as JSON, and
 * numbers with a fraction as text, as the exchange has its DECIMAL.
 */
sealed class Value {

    /**
     * Text as it is meant, not encoded.
     */
    data class Text(
        /**
         * The text.
         */
        val `text`: kotlin.String) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A whole number, a truth value, or JSON that is taken as it stands.
     */
    data class Json(
        /**
         * The JSON.
         */
        val `text`: kotlin.String) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A decimal number, its digits without exponent.
     */
    data class Digits(
        /**
         * The digits.
         */
        val `text`: kotlin.String) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A float of 64 bits: its shortest decimal is sent.
     */
    data class Binary64(
        /**
         * The number.
         */
        val `number`: kotlin.Double) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A float of 32 bits: its shortest decimal is sent.
     */
    data class Binary32(
        /**
         * The number.
         */
        val `number`: kotlin.Float) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A list: compact JSON is sent.
     */
    data class Items(
        /**
         * Its members.
         */
        val `items`: List<binsign.generated.Value>) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }

    /**
     * A map: compact JSON is sent.
     */
    data class Members(
        /**
         * Its members, in order.
         */
        val `members`: List<binsign.generated.Parameter>) : Value()

    {


    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }
        companion object
    }







    // The local Rust `Display`/`Debug` implementation.
    override fun toString(): String {
        return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_method_value_uniffi_trait_display(FfiConverterTypeValue.lower(this),
        _status)
}
    )
    }

    companion object
}

/**
 * @suppress
 */
public object FfiConverterTypeValue : FfiConverterRustBuffer<Value>{
    override fun read(buf: ByteBuffer): Value {
        return when(buf.getInt()) {
            1 -> Value.Text(
                FfiConverterString.read(buf),
                )
            2 -> Value.Json(
                FfiConverterString.read(buf),
                )
            3 -> Value.Digits(
                FfiConverterString.read(buf),
                )
            4 -> Value.Binary64(
                FfiConverterDouble.read(buf),
                )
            5 -> Value.Binary32(
                FfiConverterFloat.read(buf),
                )
            6 -> Value.Items(
                FfiConverterSequenceTypeValue.read(buf),
                )
            7 -> Value.Members(
                FfiConverterSequenceTypeParameter.read(buf),
                )
            else -> throw RuntimeException("invalid enum value, something is very wrong!!")
        }
    }

    override fun allocationSize(value: Value): ULong = when(value) {
        is Value.Text -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Value.Json -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Value.Digits -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterString.allocationSize(value.`text`)
            )
        }
        is Value.Binary64 -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterDouble.allocationSize(value.`number`)
            )
        }
        is Value.Binary32 -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterFloat.allocationSize(value.`number`)
            )
        }
        is Value.Items -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceTypeValue.allocationSize(value.`items`)
            )
        }
        is Value.Members -> {
            // Add the size for the Int that specifies the variant plus the size needed for all fields
            (
                4UL
                + FfiConverterSequenceTypeParameter.allocationSize(value.`members`)
            )
        }
    }

    override fun write(value: Value, buf: ByteBuffer) {
        when(value) {
            is Value.Text -> {
                buf.putInt(1)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Value.Json -> {
                buf.putInt(2)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Value.Digits -> {
                buf.putInt(3)
                FfiConverterString.write(value.`text`, buf)
                Unit
            }
            is Value.Binary64 -> {
                buf.putInt(4)
                FfiConverterDouble.write(value.`number`, buf)
                Unit
            }
            is Value.Binary32 -> {
                buf.putInt(5)
                FfiConverterFloat.write(value.`number`, buf)
                Unit
            }
            is Value.Items -> {
                buf.putInt(6)
                FfiConverterSequenceTypeValue.write(value.`items`, buf)
                Unit
            }
            is Value.Members -> {
                buf.putInt(7)
                FfiConverterSequenceTypeParameter.write(value.`members`, buf)
                Unit
            }
        }.let { /* this makes the `when` an expression, which ensures it is exhaustive */ }
    }
}






/**
 * @suppress
 */
public object FfiConverterOptionalLong: FfiConverterRustBuffer<kotlin.Long?> {
    override fun read(buf: ByteBuffer): kotlin.Long? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterLong.read(buf)
    }

    override fun allocationSize(value: kotlin.Long?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterLong.allocationSize(value)
        }
    }

    override fun write(value: kotlin.Long?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterLong.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalBoolean: FfiConverterRustBuffer<kotlin.Boolean?> {
    override fun read(buf: ByteBuffer): kotlin.Boolean? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterBoolean.read(buf)
    }

    override fun allocationSize(value: kotlin.Boolean?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterBoolean.allocationSize(value)
        }
    }

    override fun write(value: kotlin.Boolean?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterBoolean.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalString: FfiConverterRustBuffer<kotlin.String?> {
    override fun read(buf: ByteBuffer): kotlin.String? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterString.read(buf)
    }

    override fun allocationSize(value: kotlin.String?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterString.allocationSize(value)
        }
    }

    override fun write(value: kotlin.String?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterString.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalByteArray: FfiConverterRustBuffer<kotlin.ByteArray?> {
    override fun read(buf: ByteBuffer): kotlin.ByteArray? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterByteArray.read(buf)
    }

    override fun allocationSize(value: kotlin.ByteArray?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterByteArray.allocationSize(value)
        }
    }

    override fun write(value: kotlin.ByteArray?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterByteArray.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeKeyInfo: FfiConverterRustBuffer<KeyInfo?> {
    override fun read(buf: ByteBuffer): KeyInfo? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeKeyInfo.read(buf)
    }

    override fun allocationSize(value: KeyInfo?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeKeyInfo.allocationSize(value)
        }
    }

    override fun write(value: KeyInfo?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeKeyInfo.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypePolicy: FfiConverterRustBuffer<Policy?> {
    override fun read(buf: ByteBuffer): Policy? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypePolicy.read(buf)
    }

    override fun allocationSize(value: Policy?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypePolicy.allocationSize(value)
        }
    }

    override fun write(value: Policy?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypePolicy.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeObserved: FfiConverterRustBuffer<Observed?> {
    override fun read(buf: ByteBuffer): Observed? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeObserved.read(buf)
    }

    override fun allocationSize(value: Observed?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeObserved.allocationSize(value)
        }
    }

    override fun write(value: Observed?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeObserved.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeSavedState: FfiConverterRustBuffer<SavedState?> {
    override fun read(buf: ByteBuffer): SavedState? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeSavedState.read(buf)
    }

    override fun allocationSize(value: SavedState?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeSavedState.allocationSize(value)
        }
    }

    override fun write(value: SavedState?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeSavedState.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeSbeSchema: FfiConverterRustBuffer<SbeSchema?> {
    override fun read(buf: ByteBuffer): SbeSchema? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeSbeSchema.read(buf)
    }

    override fun allocationSize(value: SbeSchema?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeSbeSchema.allocationSize(value)
        }
    }

    override fun write(value: SbeSchema?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeSbeSchema.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeTextPlace: FfiConverterRustBuffer<TextPlace?> {
    override fun read(buf: ByteBuffer): TextPlace? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeTextPlace.read(buf)
    }

    override fun allocationSize(value: TextPlace?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeTextPlace.allocationSize(value)
        }
    }

    override fun write(value: TextPlace?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeTextPlace.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeKeyType: FfiConverterRustBuffer<KeyType?> {
    override fun read(buf: ByteBuffer): KeyType? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeKeyType.read(buf)
    }

    override fun allocationSize(value: KeyType?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeKeyType.allocationSize(value)
        }
    }

    override fun write(value: KeyType?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeKeyType.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeMeaning: FfiConverterRustBuffer<Meaning?> {
    override fun read(buf: ByteBuffer): Meaning? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeMeaning.read(buf)
    }

    override fun allocationSize(value: Meaning?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeMeaning.allocationSize(value)
        }
    }

    override fun write(value: Meaning?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeMeaning.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeResponseMode: FfiConverterRustBuffer<ResponseMode?> {
    override fun read(buf: ByteBuffer): ResponseMode? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeResponseMode.read(buf)
    }

    override fun allocationSize(value: ResponseMode?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeResponseMode.allocationSize(value)
        }
    }

    override fun write(value: ResponseMode?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeResponseMode.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeTimeUnit: FfiConverterRustBuffer<TimeUnit?> {
    override fun read(buf: ByteBuffer): TimeUnit? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeTimeUnit.read(buf)
    }

    override fun allocationSize(value: TimeUnit?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeTimeUnit.allocationSize(value)
        }
    }

    override fun write(value: TimeUnit?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeTimeUnit.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalTypeValue: FfiConverterRustBuffer<Value?> {
    override fun read(buf: ByteBuffer): Value? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterTypeValue.read(buf)
    }

    override fun allocationSize(value: Value?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterTypeValue.allocationSize(value)
        }
    }

    override fun write(value: Value?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterTypeValue.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterOptionalSequenceString: FfiConverterRustBuffer<List<kotlin.String>?> {
    override fun read(buf: ByteBuffer): List<kotlin.String>? {
        if (buf.get().toInt() == 0) {
            return null
        }
        return FfiConverterSequenceString.read(buf)
    }

    override fun allocationSize(value: List<kotlin.String>?): ULong {
        if (value == null) {
            return 1UL
        } else {
            return 1UL + FfiConverterSequenceString.allocationSize(value)
        }
    }

    override fun write(value: List<kotlin.String>?, buf: ByteBuffer) {
        if (value == null) {
            buf.put(0)
        } else {
            buf.put(1)
            FfiConverterSequenceString.write(value, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceString: FfiConverterRustBuffer<List<kotlin.String>> {
    override fun read(buf: ByteBuffer): List<kotlin.String> {
        val len = buf.getInt()
        return List<kotlin.String>(len) {
            FfiConverterString.read(buf)
        }
    }

    override fun allocationSize(value: List<kotlin.String>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterString.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<kotlin.String>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterString.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeFinding: FfiConverterRustBuffer<List<Finding>> {
    override fun read(buf: ByteBuffer): List<Finding> {
        val len = buf.getInt()
        return List<Finding>(len) {
            FfiConverterTypeFinding.read(buf)
        }
    }

    override fun allocationSize(value: List<Finding>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeFinding.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Finding>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeFinding.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeHeader: FfiConverterRustBuffer<List<Header>> {
    override fun read(buf: ByteBuffer): List<Header> {
        val len = buf.getInt()
        return List<Header>(len) {
            FfiConverterTypeHeader.read(buf)
        }
    }

    override fun allocationSize(value: List<Header>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeHeader.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Header>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeHeader.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeParameter: FfiConverterRustBuffer<List<Parameter>> {
    override fun read(buf: ByteBuffer): List<Parameter> {
        val len = buf.getInt()
        return List<Parameter>(len) {
            FfiConverterTypeParameter.read(buf)
        }
    }

    override fun allocationSize(value: List<Parameter>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeParameter.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Parameter>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeParameter.write(it, buf)
        }
    }
}




/**
 * @suppress
 */
public object FfiConverterSequenceTypeValue: FfiConverterRustBuffer<List<Value>> {
    override fun read(buf: ByteBuffer): List<Value> {
        val len = buf.getInt()
        return List<Value>(len) {
            FfiConverterTypeValue.read(buf)
        }
    }

    override fun allocationSize(value: List<Value>): ULong {
        val sizeForLength = 4UL
        val sizeForItems = value.map { FfiConverterTypeValue.allocationSize(it) }.sum()
        return sizeForLength + sizeForItems
    }

    override fun write(value: List<Value>, buf: ByteBuffer) {
        buf.putInt(value.size)
        value.iterator().forEach {
            FfiConverterTypeValue.write(it, buf)
        }
    }
}
        /**
         * The version of binsign.
         */ fun `version`(): kotlin.String {
            return FfiConverterString.lift(
    uniffiRustCall() { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_func_version(

        _status)
}
    )
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
    @Throws(Refusal::class) fun `refuse`(`number`: kotlin.UShort, `position`: kotlin.UShort, `name`: kotlin.String)
        =
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_func_refuse(


        FfiConverterUShort.lower(`number`),
        FfiConverterUShort.lower(`position`),
        FfiConverterString.lower(`name`),_status)
}



        /**
         * Makes a call ready that needs no key: a public route, or a request of a session that is logged on.
         *
         * # Errors
         * `KEY_MISSING` where the exchange wants a key; those of binsign's requests and of its gate.
         */
    @Throws(Refusal::class) fun `withoutKey`(`call`: Call): SignedRequest {
            return FfiConverterTypeSignedRequest.lift(
    uniffiRustCallWithError(Refusal) { _status ->
    UniffiLib.uniffi_binsign_mobile_fn_func_without_key(


        FfiConverterTypeCall.lower(`call`),_status)
}
    )
    }
