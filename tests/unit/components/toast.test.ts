import { afterEach, describe, expect, test } from "vitest";
import { currentToasts, dismissToast, subscribeToasts, toast, undoLatest } from "@/components/ui/toast";

afterEach(() => {
  for (const one of currentToasts()) dismissToast(one.id);
});

describe("toasts", () => {
  test("B1: one that can be undone stays for the ten seconds in which the undo is possible", () => {
    toast("Accepted", { undo: () => undefined });
    expect(currentToasts()[0]?.lasts).toBe(10_000);
  });

  test("the undo key takes back the latest that can be taken back, once", () => {
    const undone: string[] = [];
    toast("Accepted", { undo: () => void undone.push("accept") });
    toast("Saved");
    undoLatest();
    expect(currentToasts().map((one) => one.message)).toEqual(["Saved"]);
    undoLatest();
    expect(undone).toEqual(["accept"]);
    expect(currentToasts().at(-1)?.message).toBe("There is nothing to undo.");
  });

  test("B1: the undo key says so once the time for it is over", () => {
    const id = toast("Accepted", { undo: () => undefined });
    dismissToast(id); // as after ten seconds
    undoLatest();
    expect(currentToasts().at(-1)?.message).toBe("That cannot be undone any more: there are ten seconds for it.");
  });

  test("at most three are shown, and listeners hear of each change", () => {
    let heard = 0;
    const stop = subscribeToasts(() => heard++);
    for (const message of ["1", "2", "3", "4"]) toast(message);
    stop();
    toast("5");
    expect(heard).toBe(4);
    expect(currentToasts().map((one) => one.message)).toEqual(["3", "4", "5"]);
  });
});
