/** The register of directives read: pages, one, who gives them. */
import { err, ok } from '#base/result.ts';
import { directiveRoutes } from '#contract/directive.ts';
import { notFound } from '#contract/problem.ts';
import { sentenceOf } from '#plan/event-words.ts';
import { countGivers, findDirective, leaderPosts, listDirectives } from '#store/directives.ts';
import { listEvents } from '#store/event-log.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { leaderWords } from './directive-give.ts';
import { shapeDirective, shapeDirectives } from './directive-shape.ts';
import { lastStanding } from './directive-undo.ts';
import { wordsOf } from './task-list.ts';
import { behind } from './usecase.ts';

export const browseDirectives = behind(
  directiveRoutes['GET /directives'],
  'directive.list',
  'read',
  async (context, input) => {
    const after = readCursor(input.cursor, { givenOn: 'date' });
    if (!after.ok) return after;
    const [type, id] = input.about?.split(':') ?? [];
    const rows = await listDirectives(
      context,
      {
        today: context.today,
        planId: input.plan ?? null,
        kind: input.kind ?? null,
        givenBy: input.leader ?? null,
        about: type && id ? { type, id } : null,
        taskId: input.task ?? null,
        documentId: input.document ?? null,
        postId: input.post ?? null,
        organisationId: input.organisation ?? null,
        standing: input.standing ?? null,
        from: input.from ?? null,
        to: input.to ?? null,
        // Of one task the withdrawn one is shown too: it says why the task was cancelled.
        withdrawn: input.task ? null : input.withdrawn === '1',
        words: wordsOf(input.q ?? ''),
      },
      { after: after.value, limit: input.limit + 1 },
    );
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return ok({
      items: await shapeDirectives(context, page),
      nextCursor: rows.length > input.limit && last ? writeCursor({ id: last.id, givenOn: last.givenOn }) : null,
      total: null,
    });
  },
);

export const readDirective = behind(
  directiveRoutes['GET /directives/:id'],
  'directive.read',
  'read',
  async (context, { id }) => {
    const row = await findDirective(context, id, context.today);
    if (!row) return err(notFound('ý kiến chỉ đạo', 'directive'));
    const { events } = await listEvents(context, { subjectType: 'directive', subjectId: id, limit: 100 });
    return ok({
      ...(await shapeDirective(context, row)),
      mayUndo: lastStanding(context, row, events) !== null,
      history: events.map(({ body, personName, postTitle }) => ({
        id: body.id,
        at: body.at,
        person: personName,
        post: postTitle,
        text: sentenceOf({ kind: body.kind, title: null, before: body.before, after: body.after }).replace(/:$/, ''),
        reason: body.reason,
      })),
    });
  },
);

export const listLeaders = behind(
  directiveRoutes['GET /directives/leaders'],
  'directive.leaders',
  'read',
  async (context, { plan }) => {
    const posts = await leaderPosts(context, context.today);
    return ok({
      given: await countGivers(context, plan ?? null),
      posts: posts.map((post) => ({ id: post.id, words: leaderWords(post) })),
    });
  },
);
