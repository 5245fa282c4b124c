export type Side = "left" | "right";

/** The other side. */
export const across = (side: Side): Side => (side === "left" ? "right" : "left");

/** Both sides, in order. */
export const SIDES: readonly Side[] = ["left", "right"];
