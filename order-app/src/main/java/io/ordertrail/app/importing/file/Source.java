package io.ordertrail.app.importing.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, one by one, from anywhere. */
final class Source implements Closeable {

    private static final int BUFFER = 1 << 13;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    /** Where in the file the buffer ends. */
    private long bufferEnd;

    Source(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Bytes of the file before the one that comes next. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    /** What is in the buffer already is not read again. */
    void seek(long position) {
        long begin = bufferEnd - buffer.limit();
        if (position >= begin && position <= bufferEnd) {
            buffer.position((int) (position - begin));
        } else {
            buffer.limit(0);
            bufferEnd = position;
        }
    }

    /** The next byte as 0 to 255, or -1 at the end of the file. */
    int read() throws IOException {
        return buffer.hasRemaining() || fill() ? buffer.get() & 0xFF : -1;
    }

    byte[] read(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        int next;
        while (bytes.hasRemaining() && (next = read()) >= 0) {
            bytes.put((byte) next);
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read = channel.read(buffer, bufferEnd);
        buffer.flip();
        if (read > 0) {
            bufferEnd += read;
        }
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
