import { associationTypes, objectType } from './types.ts';

/** What happened in the account, by the names of the stand-in's data. */
export type Change =
  | { kind: 'property'; type: string; id: string; name: string; value?: string | null }
  | { kind: 'creation' | 'deletion' | 'restore'; type: string; id: string }
  | { kind: 'merge'; type: string; primary: string; merged: readonly string[]; newId: string | null }
  | {
      kind: 'association';
      from: readonly [string, string];
      to: readonly [string, string];
      primary?: boolean;
      removed?: boolean;
    }
  | { kind: 'privacyDeletion'; id: string };
type Event = { subscriptionType: string; objectType: string } & Record<string, unknown>;

function associationEvents(change: Extract<Change, { kind: 'association' }>): Event[] {
  const direction = ([from, fromId]: readonly [string, string], [to, toId]: readonly [string, string]): Event[] => {
    const [left, right] = [objectType(from), objectType(to)];
    if (!left || !right) return [];
    const [typed] = associationTypes(from, to, change.primary ?? false);
    const both = {
      fromObjectId: Number(fromId),
      toObjectId: Number(toId),
      associationRemoved: change.removed ?? false,
      isPrimaryAssociation: change.primary ?? false,
    };
    return [
      {
        subscriptionType: `${left.name}.associationChange`,
        objectType: left.name,
        associationType: `${left.name}_to_${right.name}`.toUpperCase(),
        ...both,
      },
      // The generic form has no `objectTypeId`.
      {
        subscriptionType: 'object.associationChange',
        objectType: left.name,
        fromObjectTypeId: left.id,
        toObjectTypeId: right.id,
        associationTypeId: typed?.type.typeId,
        associationCategory: 'HUBSPOT_DEFINED',
        ...both,
      },
    ];
  };
  return [...direction(change.from, change.to), ...direction(change.to, change.from)];
}

/** Both forms of each event: the older one named after the object, and the generic one. Which of them an app gets is in its subscriptions. */
export function eventsOf(change: Change): Event[] {
  if (change.kind === 'association') return associationEvents(change);
  if (change.kind === 'privacyDeletion')
    return [
      {
        subscriptionType: 'contact.privacyDeletion',
        objectType: 'contact',
        objectId: Number(change.id),
        changeFlag: 'DELETED',
      },
    ];
  const type = objectType(change.type);
  if (!type) return [];
  const both = (kind: string, more: Record<string, unknown>): Event[] => [
    { subscriptionType: `${type.name}.${kind}`, objectType: type.name, ...more },
    { subscriptionType: `object.${kind}`, objectType: type.name, objectTypeId: type.id, ...more },
  ];
  switch (change.kind) {
    case 'property':
      return both('propertyChange', {
        objectId: Number(change.id),
        propertyName: change.name,
        propertyValue: change.value ?? '',
        changeSource: 'CRM_UI',
      });
    case 'merge':
      return both('merge', {
        objectId: Number(change.newId ?? change.primary),
        primaryObjectId: Number(change.primary),
        mergedObjectIds: change.merged.map(Number),
        ...(change.newId === null ? {} : { newObjectId: Number(change.newId) }),
        numberOfPropertiesMoved: 0,
        changeSource: 'MERGE_OBJECTS',
      });
    default:
      return both(change.kind, {
        objectId: Number(change.id),
        changeFlag: { creation: 'CREATED', deletion: 'DELETED', restore: 'RESTORED' }[change.kind],
        changeSource: 'CRM_UI',
      });
  }
}

/** Events as a delivery of HubSpot's carries them. */
export const delivery = (
  events: readonly Event[],
  account: { portalId: number; subscriptionOf?: (event: Event) => number; at?: number },
) =>
  events.map((event, index) => {
    const { objectType: _, ...told } = event;
    const at = account.at ?? Date.now();
    return {
      eventId: at + index,
      subscriptionId: account.subscriptionOf?.(event) ?? 1,
      portalId: account.portalId,
      appId: 99,
      occurredAt: at,
      attemptNumber: 0,
      ...told,
    };
  });
