export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 200;
