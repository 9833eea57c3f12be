package io.ordertrail.axon.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Writes anew what is live in parts of H2's file of which little is. {@link MVStore#compact} rewrites the oldest parts
 * first, however full they are: under load it moves orders of long ago, which frees nothing, while the parts that the
 * last minutes have left nearly empty pile up. H2's own background thread has a bound for how full a part may be, but
 * works between two commits of its own only; so its method is called here.
 */
final class ChunkRewriter {

    private static final Method UNDER_LOCK = method(MVStore.class, "tryExecuteUnderStoreLock", Callable.class);
    private static final Method REWRITE = method(FileStore.class, "rewriteChunks", int.class, int.class);

    private ChunkRewriter() {}

    /**
     * Rewrites parts of the file; what it changes is in the file with the next write.
     *
     * @param bytes of live pages, at most
     * @param fillRate percent of live data up to which a part is rewritten
     * @return whether any was; not where somebody else writes the file at this moment
     */
    static boolean rewrite(MVStore store, int bytes, int fillRate) {
        Callable<Boolean> work = () -> (Boolean) call(REWRITE, store.getFileStore(), bytes, fillRate);
        return Boolean.TRUE.equals(call(UNDER_LOCK, store, work));
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException another release of H2 is on the class path, which has no such method */
    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This H2 has no " + type.getSimpleName() + "." + name, e);
        }
    }
}
