package io.ordertrail.benchmarks.machine;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection over loopback, used by one thread at a time. The load shares the machine with what it
 * measures, so this costs a fraction of what a general HTTP client does.
 */
final class Wire implements Closeable {

    /**
     * One answer.
     *
     * @param retryAfter seconds, 0 if the answer has no such header
     */
    record Answer(int status, String body, int retryAfter) {}

    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** Whether the service keeps the connection. */
    boolean isOpen() {
        return open;
    }

    Answer exchange(String head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        request.writeTo(socket.getOutputStream());
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        int retryAfter = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).trim();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "connection" -> open = !value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] answer = chunked ? chunks() : in.readNBytes(length);
        return new Answer(status, new String(answer, StandardCharsets.UTF_8), retryAfter);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(), 16);
            all.write(in.readNBytes(length));
            line();
        } while (length > 0);
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
