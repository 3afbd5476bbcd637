// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.Flags;
import com.linecorp.armeria.common.util.EventLoopGroups;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The thread that accepts connections and does nothing else. Netty would wait two seconds at its end for tasks that
/// might still come, and a server could not end sooner.
final class Accepting extends MultiThreadIoEventLoopGroup {

    private static final Duration END_MAX = Duration.ofSeconds(2);

    private Accepting(ThreadFactory threads, IoHandlerFactory transport) {
        super(1, threads, transport);
    }

    static EventLoopGroup group(String name) {
        ThreadFactory threads = new DefaultThreadFactory(name, false);
        return switch (Flags.transportType()) {
            case EPOLL -> new Accepting(threads, EpollIoHandler.newFactory());
            case NIO -> new Accepting(threads, NioIoHandler.newFactory());
            case KQUEUE, IO_URING -> EventLoopGroups.newEventLoopGroup(1, name);
        };
    }

    @Override
    public Future<?> shutdownGracefully() {
        return shutdownGracefully(0, END_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }
}
