// Takes the place of @smithy/core/event-streams: clients ask it for a serializer that only operations with a stream of events use, none of ours.
export const resolveEventStreamSerdeConfig = (configurazione) => configurazione;
export const eventStreamSerdeProvider = () => undefined;
