package org.turnwise.app;

import java.nio.file.*;
import java.time.*;
import java.util.*;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.turnwise.annotation.*;
import org.turnwise.call.*;
import org.turnwise.task.*;
import org.turnwise.ui.annotate.*;
import org.turnwise.ui.command.*;
import org.turnwise.ui.common.*;
import org.turnwise.ui.shell.*;

public class Preview {
    public static void main(String[] a) throws Exception {
        Path dir = Files.createTempDirectory("prev");
        Composition c = Composition.open(dir, Clock.systemUTC());
        var rep = c.importer().run(List.of(Path.of(a[0])), Progress.silent());
        System.out.println(rep.imported().size() + " in, failed " + rep.failed());
        try { var v = c.training().train(0, Progress.silent()); c.workspace().scorerVersions().promote(v.number()); System.out.println(v); } catch (Exception e) { System.out.println(e); }
        Platform.startup(() -> {});
        Theme.loadFonts();
        for (Theme theme : Theme.values()) {
        FxTasks bg = FxTasks.background(), wr = FxTasks.inOrder("w");
        Commands commands = new Commands();
        Scene[] s = new Scene[1];
        AnnotateViewModel[] m = new AnnotateViewModel[1];
        WorkQueue[] q = new WorkQueue[1];
        Hands.onFx(() -> {
            q[0] = new WorkQueue(c.queue(), c.forecasts(), bg);
            var lab = new Labeling(c.workspace().journal(), c.scheme(), "ann", c.clock(), c.outcomes()::follow);
            m[0] = new AnnotateViewModel(c.workspace().calls(), lab, c.scheme(), c.outcomes(), c.forecasts(), q[0], new SaveState(c.clock()), bg, wr);
            AnnotateCommands.of(m[0]).forEach(commands::add);
            commands.add(Command.of("data.import", "x", "Import", "Ctrl+O", "", () -> {}));
            commands.add(Command.of("data.samples", "x", "Open the sample calls", "", "", () -> {}));
            var views = new Views(Map.of(AnnotateView.class, new AnnotateView(m[0], commands)));
            s[0] = new Scene(views.load(Screen.ANNOTATE).root(), 1216, 730);
            theme.apply(s[0]);
            q[0].rebuild(() -> {});
            return 1;
        });
        Hands h = new Hands(s[0], List.of(bg, wr));
        h.settle();
        List<CallId> ids = new ArrayList<>(); c.workspace().calls().summaries().forEach(x -> ids.add(x.id()));
        CallId id = a.length > 1 ? new CallId(a[1]) : ids.get(0);
        Hands.onFx(() -> { q[0].openProperty().set(id); return 1; });
        h.settle();
        Call call = c.workspace().calls().find(id).get();
        if (theme == Theme.LIGHT) {
        LabelScheme sc = c.scheme();
        int[] t = {3}; 
        for (Turn turn : call.turns()) { if (turn.ordinal() > 8) break; int o = turn.ordinal();
          Hands.onFx(() -> { m[0].selectedProperty().set(o); for (String l : call.sideOf(turn) == Side.REP ? List.of("Q_IMPACT","QUALITY_STRONG") : List.of("O_PRICE","P_PAIN_SEVERE","DELTA_-1","FLAG_RISK")) m[0].toggle(sc.label(l).get()); if (o==0) m[0].toggle(sc.label("STAGE_OPENING").get()); if (o==2) m[0].toggle(sc.label("STAGE_DISCOVERY").get()); if (o==5) m[0].toggle(sc.label("STAGE_OBJECTION").get()); return 1; }); h.settle(); }
        }
        Hands.onFx(() -> { m[0].selectedProperty().set(5); return 1; });
        h.picture(Path.of("/tmp/prev-" + theme + ".png"));
        Hands.onFx(() -> { m[0].selectedProperty().set(6); return 1; });
        h.picture(Path.of("/tmp/prev2-" + theme + ".png"));
        }
        System.exit(0);
    }
}
