package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.value.NoteVisibility;
import org.junit.jupiter.api.Test;

class NoteTest extends OrderScenario {

    private static OrderNoteAdded added(String text) {
        return new OrderNoteAdded(ORDER, "c-1", text, NoteVisibility.INTERNAL, NOW);
    }

    @Test
    void a_note_is_added_in_any_state() {
        given(created(), cancelled()).when(note("called back")).then(added("called back"));
    }

    @Test
    void a_note_may_have_lines_and_any_script() {
        String text = "1st\n2nd\tЖ 注文 🙂";
        given(created()).when(note(text)).then(added(text));
    }

    @Test
    void a_note_says_something() {
        given(created()).when(note(" \n ")).faulty("/text REQUIRED");
    }

    @Test
    void a_note_has_4000_characters_at_most() {
        given(created()).when(note("x".repeat(4001))).faulty("/text TOO_LONG");
    }

    @Test
    void a_note_has_no_NUL() {
        given(created()).when(note("a\u0000b")).faulty("/text CONTROL_CHARACTER");
    }

    @Test
    void a_note_has_no_half_characters() {
        given(created()).when(note("a\ud83d b")).faulty("/text CONTROL_CHARACTER");
    }
}
