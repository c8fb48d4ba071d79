package org.turnwise.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Objects of one kind as bytes: a mark, then a compressed object stream. Reading lets only the classes through that such an object is made of, and only so
 * many and so deep, because a workspace file may come from somebody else. Immutable; any thread.
 *
 * @param mark           tells the kind and the version of the format
 * @param what           as a person calls it, with its article
 * @param allowed        names of classes
 * @param mostReferences objects of one stream
 * @param mostBytes      of one stream, expanded
 */
record StoredObjects(String mark, String what, Set<String> allowed, long mostReferences, long mostBytes) {

    private static final int MOST_DEEP = 40;
    private static final long LONGEST_ARRAY = 1_000_000;
    private static final int BUFFER = 1 << 16;

    /** The bytes are not what they should be; the message says why. */
    static final class Damaged extends RuntimeException {
        Damaged(String message, Throwable cause) {
            super(message, cause);
        }

        Damaged(String message) {
            super(message);
        }
    }

    /** Most of what is stored are numbers that compress little, however long one tries. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    byte[] write(Serializable object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(marked());
        try (ObjectOutputStream out = new ObjectOutputStream(new Fast(bytes))) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " can't be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws Damaged if the bytes are something else, or what {@link #write} would not have made */
    <T> T read(byte[] bytes, Class<T> type) {
        byte[] marked = marked();
        if (bytes.length < marked.length || !Arrays.equals(bytes, 0, marked.length, marked, 0, marked.length)) {
            throw new Damaged("these bytes are not " + what);
        }
        try (InputStream compressed = new ByteArrayInputStream(bytes, marked.length, bytes.length - marked.length);
                ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(compressed, BUFFER))) {
            in.setObjectInputFilter(this::check);
            Object read = in.readObject();
            // to the end, where the checksum stands
            if (type.isInstance(read) && in.read() < 0) {
                return type.cast(read);
            }
            throw new Damaged("these bytes hold something other than " + what);
        } catch (Damaged e) {
            throw e;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // a stream put together by hand can make constructors and casts fail as well
            throw new Damaged(what + " can't be read: " + e.getMessage(), e);
        }
    }

    private byte[] marked() {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }

    private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        if (info.depth() > MOST_DEEP || info.references() > mostReferences || info.streamBytes() > mostBytes || info.arrayLength() > LONGEST_ARRAY) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() || allowed.contains(type.getName()) ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }
}
