/**
 * Takes the place of @smithy/core/event-streams in the bundles: clients ask it for a serializer that only operations with a stream of
 * events in their answer use, none of ours.
 */
export const resolveEventStreamSerdeConfig = <C>(configurazione: C): C => configurazione;
export const eventStreamSerdeProvider = (): undefined => undefined;
