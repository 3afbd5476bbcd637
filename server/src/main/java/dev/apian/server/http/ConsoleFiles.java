// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The console's files from the class path. A path that is no file is a view of the console, and gets its
/// page; names of assets hold a hash of their contents, so browsers may keep them.
public final class ConsoleFiles implements HttpService {

    private static final Map<String, MediaType> TYPES = Map.ofEntries(
            Map.entry("html", MediaType.HTML_UTF_8),
            Map.entry("js", MediaType.JAVASCRIPT_UTF_8),
            Map.entry("css", MediaType.CSS_UTF_8),
            Map.entry("svg", MediaType.SVG_UTF_8),
            Map.entry("json", MediaType.JSON),
            Map.entry("png", MediaType.PNG),
            Map.entry("ico", MediaType.ICO),
            Map.entry("woff2", MediaType.create("font", "woff2")),
            Map.entry("txt", MediaType.PLAIN_TEXT_UTF_8));

    private static final String NOT_BUILT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Apian</title>
            <h1>Apian is running</h1>
            <p>This build has no console. Build it with <code>mvn -pl server -am package</code> (Node 20 or later),
            or use the API as described in <a href="/openapi.yaml">openapi.yaml</a>.</p></html>
            """;

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        String path = context.path();
        if (path.startsWith("/api/") || path.startsWith("/v1/")) {
            return Problem.notFound("No such operation", "There is nothing at this path; see /openapi.yaml.")
                    .response()
                    .toHttpResponse();
        }
        return HttpResponse.of(() -> file(path), context.blockingTaskExecutor());
    }

    private static HttpResponse file(String path) {
        MediaType type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        byte[] found = type == null || path.contains("..") ? null : read(path);
        if (found != null && type != null) {
            boolean hashed = path.startsWith("/assets/");
            return of(type, found, hashed ? "public, max-age=31536000, immutable" : "no-cache");
        }
        if (path.startsWith("/assets/")) {
            return Problem.notFound("No such file", "This asset is of another version of the console; reload the page.")
                    .response()
                    .toHttpResponse();
        }
        byte[] page = read("/index.html");
        return of(MediaType.HTML_UTF_8, page == null ? NOT_BUILT.getBytes(UTF_8) : page, "no-cache");
    }

    private static HttpResponse of(MediaType type, byte[] content, String caching) {
        ResponseHeaders headers = ResponseHeaders.builder(HttpStatus.OK)
                .contentType(type)
                .set(HttpHeaderNames.CACHE_CONTROL, caching)
                .build();
        return HttpResponse.of(headers, HttpData.wrap(content));
    }

    private static byte @Nullable [] read(String path) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream("/console" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }
}
