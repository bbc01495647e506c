/** The demonstration people of the identity provider. Names are invented; the groups are those that the installation knows, and one that it does not. */
export interface Persona {
  readonly id: string;
  readonly nome: string;
  readonly mestiere: string;
  readonly gruppi: readonly string[];
}

export const PERSONE: readonly Persona[] = [
  { id: "giulia.conti", nome: "Giulia Conti", mestiere: "Amministratrice dell'installazione", gruppi: ["fiorino-amministratori"] },
  { id: "paolo.ferri", nome: "Paolo Ferri", mestiere: "Ragioneria, tutti gli enti", gruppi: ["fiorino-contabili"] },
  { id: "sara.galli", nome: "Sara Galli", mestiere: "Sportello del Comune di Borgofiorino", gruppi: ["fiorino-sportello"] },
  { id: "luca.marini", nome: "Luca Marini", mestiere: "Altro ufficio: Fiorino non lo conosce", gruppi: ["ufficio-stampa"] },
];

export const findPersona = (id: string): Persona | undefined => PERSONE.find((persona) => persona.id === id);
