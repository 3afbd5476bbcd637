// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Content.Choice;
import dev.apian.stage.call.Content.Echo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Saves and loads the [Content] of a call. What is empty takes no room beyond a bit.
///
/// Of the bodies, the shapes always travel; the keys behind them are long and the same from call to call, so they
/// come along with one call in [#CALLS_A_KEY_LIST] only. Whoever counts keys behind a codec counts a sample.
@SuppressWarnings("EnumOrdinal") // a test pins the order; another order is another version of calls
final class ContentCodec {

    static final int CALLS_A_KEY_LIST = 16;

    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;
    private static final int KEYS = 4;
    private static final int OPERATION = 8;
    private static final int PARAMETERS = 16;
    private static final int CHOICES = 32;
    private static final int ECHOES = 64;

    private static final Body.Type[] TYPES = Body.Type.values();
    private static final DataClass[] CLASSES = DataClass.values();

    private ContentCodec() {}

    static void save(Content content, boolean keys, DataOutput out) throws IOException {
        int flags = (content.request().equals(Body.NONE) ? 0 : REQUEST)
                | (content.response().equals(Body.NONE) ? 0 : RESPONSE)
                | (keys ? KEYS : 0)
                | (content.operation().isEmpty() ? 0 : OPERATION)
                | (content.parameters().isEmpty() ? 0 : PARAMETERS)
                | (content.choices().isEmpty() ? 0 : CHOICES)
                | (content.echoes().isEmpty() ? 0 : ECHOES);
        out.writeByte(flags);
        if ((flags & REQUEST) != 0) {
            body(out, content.request(), keys);
        }
        if ((flags & RESPONSE) != 0) {
            body(out, content.response(), keys);
        }
        if ((flags & OPERATION) != 0) {
            CallCodec.text(out, content.operation());
        }
        if ((flags & PARAMETERS) != 0) {
            CallCodec.number(out, content.parameters().size());
            for (String parameter : content.parameters()) {
                CallCodec.text(out, parameter);
            }
        }
        if ((flags & CHOICES) != 0) {
            CallCodec.number(out, content.choices().size());
            for (Choice choice : content.choices()) {
                CallCodec.text(out, choice.name());
                CallCodec.text(out, choice.value());
            }
        }
        if ((flags & ECHOES) != 0) {
            CallCodec.number(out, content.echoes().size());
            for (Echo echo : content.echoes()) {
                CallCodec.number(out, echo.segment());
                CallCodec.text(out, echo.name());
            }
        }
    }

    static Content load(DataInput in) throws IOException {
        int flags = in.readUnsignedByte();
        boolean keys = (flags & KEYS) != 0;
        Body request = (flags & REQUEST) != 0 ? body(in, keys) : Body.NONE;
        Body response = (flags & RESPONSE) != 0 ? body(in, keys) : Body.NONE;
        String operation = (flags & OPERATION) != 0 ? CallCodec.text(in) : "";
        List<String> parameters = new ArrayList<>();
        for (int left = count(in, flags & PARAMETERS); left > 0; left--) {
            parameters.add(CallCodec.text(in));
        }
        List<Choice> choices = new ArrayList<>();
        for (int left = count(in, flags & CHOICES); left > 0; left--) {
            choices.add(new Choice(CallCodec.text(in), CallCodec.text(in)));
        }
        List<Echo> echoes = new ArrayList<>();
        for (int left = count(in, flags & ECHOES); left > 0; left--) {
            echoes.add(new Echo((int) CallCodec.number(in), CallCodec.text(in)));
        }
        return new Content(request, response, operation, parameters, choices, echoes);
    }

    private static int count(DataInput in, int flag) throws IOException {
        return flag == 0 ? 0 : CallCodec.count(in);
    }

    private static void body(DataOutput out, Body body, boolean keys) throws IOException {
        int found = 0;
        for (DataClass one : body.found()) {
            found |= 1 << one.ordinal();
        }
        out.writeLong(body.shape());
        CallCodec.number(out, found);
        if (keys) {
            CallCodec.number(out, body.keys().size());
            for (Body.Key key : body.keys()) {
                CallCodec.text(out, key.path());
                out.writeByte(key.type().ordinal());
            }
        }
    }

    private static Body body(DataInput in, boolean keys) throws IOException {
        long shape = in.readLong();
        Set<DataClass> found = classes((int) CallCodec.number(in));
        List<Body.Key> list = new ArrayList<>();
        for (int left = keys ? CallCodec.count(in) : 0; left > 0; left--) {
            list.add(new Body.Key(CallCodec.text(in), TYPES[CallCodec.index(in, TYPES.length)]));
        }
        return new Body(shape, list, found);
    }

    /// @param bits one for each class, in their order
    static Set<DataClass> classes(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (DataClass one : CLASSES) {
            if ((bits >>> one.ordinal() & 1) != 0) {
                classes.add(one);
            }
        }
        return classes;
    }
}
